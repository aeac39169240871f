import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, chat } from "@/db/schema";
import { backgroundIdle } from "@/lib/background";
import { continueFromSummary } from "@/lib/chat/continue-from-summary";
import { deleteChat } from "@/lib/chat/delete-chat";
import { forkChat } from "@/lib/chat/fork-chat";
import { getConversation } from "@/lib/chat/get-conversation";
import { listChats } from "@/lib/chat/list-chats";
import { reapRuns } from "@/lib/chat/reap-runs";
import { renameChat } from "@/lib/chat/rename-chat";
import type { ReplyInput } from "@/lib/chat/reply-input";
import { restoreChat } from "@/lib/chat/restore-chat";
import { saveDraft } from "@/lib/chat/save-draft";
import { startReply } from "@/lib/chat/start-reply";
import { startSummary } from "@/lib/chat/start-summary";
import { reapCalls } from "@/lib/completion/reap-calls";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { getTemporaryRule } from "@/lib/policy/get-temporary-rule";
import { liftHold } from "@/lib/policy/lift-hold";
import { purgeTemporaryChats } from "@/lib/policy/purge-temporary-chats";
import { setHold } from "@/lib/policy/set-hold";
import { setTemporaryChats } from "@/lib/policy/set-temporary-chats";
import { exportMine } from "@/lib/privacy/export-mine";
import { tryRouting } from "@/lib/routing/try-routing";
import { exportTeam } from "@/lib/teams/export-team";
import { readArchive } from "@/tests/support/read-archive";
import { tablesHolding } from "@/tests/support/tables-holding";
import { newTeam } from "@/tests/support/team";
import { NO_LISTS, policyOf } from "../routing/routing-world";
import { HELD_AT, question, ReplicaWorld } from "./replica-world";
import type { Replica } from "./start-replica";

/** What is said and typed, and is nowhere else. */
let marker: string;
let world: ReplicaWorld;
let other: Replica;
beforeAll(async () => {
  world = await ReplicaWorld.open();
  other = await world.replica();
});
afterAll(() => world.close());
beforeEach(() => {
  marker = `xylophone-${randomUUID()}`;
  world.hold(`${marker} `.repeat(60));
});
afterEach(() => world.release());

const db = () => world.database.db;
const holding = () => tablesHolding(db(), marker);
const purgeIn = (minutes: number) => purgeTemporaryChats(db(), new Date(Date.now() + minutes * 60_000));

const asked = (change: Partial<ReplyInput> = {}): ReplyInput =>
  question({ temporary: true, message: { id: newId(), text: `Why ${marker}?` }, ...change });

/** Says the marker in the question, the reasoning and the answer. */
async function talked(who: Context, change: Partial<ReplyInput> = {}): Promise<ReplyInput> {
  world.upstream.script("held", { text: `So ${marker}.`, reasoning: `Hm ${marker}`, hold: null });
  const input = asked(change);
  await (await startReply(who, input)).ended;
  await backgroundIdle();
  return input;
}

const textsOf = async (who: Context, { chatId }: Pick<ReplyInput, "chatId">) =>
  (await getConversation(who, chatId)).messages.length;

describe("a temporary chat", () => {
  test("is there on every device of its person until it is over, in no list, search or export, and asks for no title", async () => {
    const team = await newTeam(db());
    const [who, owner] = [await team.as("member"), await team.as("owner")];
    const input = await talked(who);
    expect(await getConversation(who, input.chatId)).toMatchObject({
      title: null,
      temporary: { held: false },
      messages: [{ role: "user" }, { role: "assistant" }],
    });
    expect(world.upstream.calls).toHaveLength(1);
    await renameChat(who, input.chatId, marker);
    const open = [{ id: input.chatId, leafId: input.answerId }];
    expect(await listChats(who)).toMatchObject({ chats: [], temporary: open });
    expect(await listChats(who, { search: marker })).toEqual({ chats: [], next: null });
    const archives = [
      await exportMine(who),
      await exportTeam({ ...owner, actor: { ...owner.actor, teamEnding: true } }),
    ];
    for (const archive of archives) {
      const files = await readArchive(archive);
      expect(files.get("ledger.jsonl")).toHaveLength(1);
      for (const name of ["chats.jsonl", "messages.jsonl", "decisions.jsonl"])
        expect(files.get(name)).toEqual([]);
      expect(JSON.stringify([...files])).not.toContain(marker);
    }
  });

  test("is none of the past questions that a routing is tried on", async () => {
    const team = await newTeam(db());
    const owner = await team.as("owner");
    await talked(owner);
    const tried = await tryRouting(owner, {
      wanted: { policy: policyOf({}), modes: NO_LISTS },
      beforeId: null,
    });
    expect(tried).toMatchObject({ questions: 1, gone: 1 });
  });

  test("keeps nothing of what is typed in it", async () => {
    const who = await world.member();
    const { chatId } = await talked(who);
    await expect(saveDraft(who, chatId, { text: marker, base: 0 })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await holding()).not.toContain("draft");
  });

  test("stays temporary where a part of it becomes a chat of its own, which is no younger", async () => {
    const who = await world.member();
    const input = await talked(who);
    world.upstream.script("held", { text: `In short ${marker}` });
    const summaryId = newId();
    await (
      await startSummary(who, {
        chatId: input.chatId,
        parentId: input.answerId,
        summaryId,
        choice: input.choice,
      })
    ).ended;
    const forks = [
      await forkChat(who, { chatId: input.chatId, messageId: input.answerId }),
      await continueFromSummary(who, { chatId: input.chatId, messageId: summaryId }),
    ];
    for (const { chatId } of forks)
      expect((await getConversation(who, chatId)).temporary).toEqual({ held: false });
    const rows = await db()
      .select({ at: chat.createdAt })
      .from(chat)
      .where(eq(chat.personId, who.actor.personId));
    expect(new Set(rows.map(({ at }) => at.toISOString())).size).toBe(1);
    await purgeIn(61);
    expect(await holding()).toEqual([]);
  });
});

describe("nothing of what was said is in any table, and the cost stays,", () => {
  async function leavesNothing(who: Context): Promise<void> {
    expect(await holding()).toEqual([]);
    const rows = await world.chatRows(who);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.outputTokens).toBeGreaterThan(0);
  }

  test("after it was ended, once that can be undone no more", async () => {
    const who = await world.member();
    const input = await talked(who);
    expect(await holding()).toEqual(["message", "run_event"]);
    await deleteChat(who, input.chatId);
    await expect(getConversation(who, input.chatId)).rejects.toMatchObject({ code: "not_found" });
    expect((await listChats(who)).temporary).toBeUndefined();
    await purgeIn(0);
    await restoreChat(who, input.chatId);
    expect(await textsOf(who, input)).toBe(2);
    await deleteChat(who, input.chatId);
    await purgeIn(1);
    await leavesNothing(who);
    await expect(restoreChat(who, input.chatId)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      startReply(who, asked({ chatId: input.chatId, parentId: input.answerId })),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("an hour after its last question", async () => {
    const who = await world.member();
    await talked(who);
    await purgeIn(59);
    expect(await holding()).toContain("message");
    await purgeIn(61);
    await leavesNothing(who);
  });

  test("after it was ended while its answer was being written, which stops and is charged", async () => {
    const [who, one] = [await world.member(), await world.replica()];
    const input = asked();
    const told = await one.start(who, input);
    const elsewhere = await other.follow(who, input.chatId);
    await elsewhere?.reached(HELD_AT);
    expect(await holding()).toEqual(["message", "run_event"]);
    await other.delete(who, input.chatId);
    await Promise.all([told.ended, elsewhere?.ended]);
    expect(elsewhere?.metadata).toMatchObject({ status: "stopped" });
    await purgeIn(1);
    await leavesNothing(who);
  });

  test("after the process that wrote its answer was killed", async () => {
    const [who, doomed] = [await world.member(), await world.replica()];
    const input = asked();
    await doomed.start(who, input);
    await (await other.follow(who, input.chatId))?.reached(HELD_AT);
    await doomed.kill();
    // Whoever writes may still live: nothing is taken from under it.
    await purgeIn(61);
    expect(await holding()).toEqual(["message", "run_event"]);
    await world.letTimePass(who);
    await reapRuns(db());
    await reapRuns(db());
    await reapCalls(db());
    await purgeIn(61);
    await leavesNothing(who);
  });

  test("nor of how its questions were routed", async () => {
    const who = await world.member();
    await talked(who);
    const decisions = () =>
      db().execute(sql`select 1 from decision where team_id = ${who.actor.teamId}::uuid`);
    expect(await decisions()).toHaveLength(1);
    await purgeIn(61);
    expect(await decisions()).toHaveLength(0);
  });
});

describe("a legal hold", () => {
  test.each(["team", "person"] as const)(
    "on a %s lets no temporary chat begin, and keeps those that have",
    async (scope) => {
      const team = await newTeam(db());
      const [owner, who] = [await team.as("owner"), await team.as("member")];
      const input = await talked(who);
      const email = `${who.actor.personId}@example.com`;
      const hold = await setHold(owner, scope === "team" ? { scope, note: "" } : { scope, email, note: "" });
      expect(await getTemporaryRule(who)).toBe("held");
      await expect(startReply(who, asked())).rejects.toMatchObject({ code: "temporary_held" });
      await expect(forkChat(who, { chatId: input.chatId, messageId: input.answerId })).rejects.toMatchObject({
        code: "temporary_held",
      });
      expect((await getConversation(who, input.chatId)).temporary).toEqual({ held: true });
      // What is asked in it is kept with it.
      await talked(who, { chatId: input.chatId, parentId: input.answerId });
      await deleteChat(who, input.chatId);
      await purgeIn(61);
      expect(await holding()).toContain("message");
      await liftHold(owner, hold);
      expect(await getTemporaryRule(who)).toBe("open");
      await purgeIn(61);
      expect(await holding()).toEqual([]);
    },
  );

  test("on somebody else or in another team is in nobody's way", async () => {
    const team = await newTeam(db());
    const [owner, who] = [await team.as("owner"), await team.as("member")];
    await setHold(owner, { scope: "person", email: `${owner.actor.personId}@example.com`, note: "" });
    const stranger = await (await newTeam(db())).as("owner");
    await setHold(stranger, { scope: "team", note: "" });
    expect(await getTemporaryRule(who)).toBe("open");
  });
});

describe("a team that does not want temporary chats", () => {
  test("has none begun, those that have begun go on, and says in the audit who closed them", async () => {
    const team = await newTeam(db());
    const [owner, who] = [await team.as("owner"), await team.as("member")];
    const input = await talked(who);
    await setTemporaryChats(owner, false);
    await setTemporaryChats(owner, false);
    expect(await getTemporaryRule(who)).toBe("off");
    await expect(startReply(who, asked())).rejects.toMatchObject({ code: "temporary_off" });
    await expect(forkChat(who, { chatId: input.chatId, messageId: input.answerId })).rejects.toMatchObject({
      code: "temporary_off",
    });
    await talked(who, { chatId: input.chatId, parentId: input.answerId });
    expect(await textsOf(who, input)).toBe(4);
    const stranger = await (await newTeam(db())).as("member");
    expect(await getTemporaryRule(stranger)).toBe("open");
    const rows = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.teamId, team.teamId), eq(audit.action, "policy.temporary")));
    expect(rows.map(({ before, after }) => [before, after])).toEqual([
      [{ allowed: true }, { allowed: false }],
    ]);
    await purgeIn(61);
  });
});

test("a temporary chat is nobody else's, in the team or out of it", async () => {
  const team = await newTeam(db());
  const who = await team.as("member");
  const input = await talked(who);
  for (const stranger of [await team.as("owner"), await (await newTeam(db())).as("owner")]) {
    await expect(getConversation(stranger, input.chatId)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteChat(stranger, input.chatId)).rejects.toMatchObject({ code: "not_found" });
    expect((await listChats(stranger)).temporary).toBeUndefined();
  }
  await purgeIn(61);
});
