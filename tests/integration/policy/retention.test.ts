import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyDeletedMessages } from "@/db/queries/messages";
import { audit, chat, draft, message, run, teamPolicy } from "@/db/schema";
import { deleteChat } from "@/lib/chat/delete-chat";
import { listChats } from "@/lib/chat/list-chats";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { getRetention } from "@/lib/policy/get-retention";
import { liftHold } from "@/lib/policy/lift-hold";
import { previewRetention } from "@/lib/policy/preview-retention";
import { purgeChats } from "@/lib/policy/purge-chats";
import { purgeTemporaryChats } from "@/lib/policy/purge-temporary-chats";
import { setHold } from "@/lib/policy/set-hold";
import { setRetention } from "@/lib/policy/set-retention";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam, type TestTeam } from "@/tests/support/team";

const DAY_MS = 24 * 60 * 60_000;
let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  team = await newTeam(database.db);
  owner = await team.as("owner");
});

/** A chat with a word in it, whose last activity is so many days ago. */
async function oldChat({ actor, db }: Context, days: number, more: Partial<typeof chat.$inferInsert> = {}) {
  const id = newId();
  const { teamId, personId } = actor;
  const at = new Date(Date.now() - days * DAY_MS);
  const choice = { kind: "mode", mode: "auto" } as const;
  await db.insert(chat).values({ teamId, id, personId, choice, updatedAt: at, createdAt: at, ...more });
  await db
    .insert(message)
    .values({ teamId, id: newId(), chatId: id, role: "user", status: "complete", text: "word" });
  await db.insert(draft).values({ teamId, personId, chatId: id, text: "typed" });
  return id;
}
const left = async () => {
  const rows = await database.db.select({ id: chat.id }).from(chat).where(eq(chat.teamId, team.teamId));
  return rows.map(({ id }) => id).sort();
};
const draftsLeft = () => database.db.$count(draft, eq(draft.teamId, team.teamId));
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
/** As if the day of grace had gone by. */
const endGrace = () =>
  database.db
    .update(teamPolicy)
    .set({ retentionFrom: sql`now() - interval '1 second'` })
    .where(eq(teamPolicy.teamId, team.teamId));

describe("who may", () => {
  test.each(ROLES)("a %s sets a retention and a hold exactly if the table says so", async (role) => {
    const context = await team.as(role);
    const acts = [
      ["policy:write", () => setRetention(context, 30)],
      ["policy:write", () => previewRetention(context, 30)],
      ["hold:write", () => setHold(context, { scope: "team", note: "" })],
    ] as const;
    for (const [permission, act] of acts) {
      if (isAllowed(context.actor, permission)) await act();
      else await expect(act()).rejects.toMatchObject({ code: "forbidden" });
    }
    const { holds, teamHeld } = await getRetention(context);
    expect(holds.length).toBe(isAllowed(context.actor, "hold:write") ? 1 : 0);
    expect(teamHeld).toBe(isAllowed(context.actor, "hold:write"));
  });

  test("another team's people, chats and holds are not found", async () => {
    const other = await newTeam(database.db);
    const stranger = await other.as("owner");
    const chatId = await oldChat(stranger, 1);
    const holdId = await setHold(stranger, { scope: "chat", chatId, note: "" });
    const email = `${stranger.actor.personId}@example.com`;
    for (const act of [
      () => setHold(owner, { scope: "chat", chatId, note: "" }),
      () => setHold(owner, { scope: "person", email, note: "" }),
      () => liftHold(owner, holdId),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a retention", () => {
  test("deletes nothing before its day of grace is over, and then exactly what the preview counted, drafts with it", async () => {
    const [old, young] = [await oldChat(owner, 40), await oldChat(owner, 20)];
    expect(await previewRetention(owner, 30)).toEqual({ chats: 1, held: 0 });
    await setRetention(owner, 30);
    expect(await getRetention(owner)).toMatchObject({ days: null, next: { days: 30 } });
    await purgeChats(database.db, new Date());
    expect(await left()).toEqual([old, young].sort());
    await endGrace();
    await purgeChats(database.db, new Date());
    expect(await left()).toEqual([young]);
    expect(await draftsLeft()).toBe(1);
  });

  test("that is withdrawn deletes nothing", async () => {
    const old = await oldChat(owner, 40);
    await setRetention(owner, 30);
    await setRetention(owner, null);
    await purgeChats(database.db, inDays(3));
    expect(await left()).toEqual([old]);
  });

  test("of one team deletes nothing of another's", async () => {
    const other = await newTeam(database.db);
    await oldChat(await other.as("member"), 400);
    await setRetention(owner, 1);
    await purgeChats(database.db, inDays(3));
    expect(await database.db.$count(chat, eq(chat.teamId, other.teamId))).toBe(1);
  });

  test("leaves a chat in which an answer is being written", async () => {
    const busy = await oldChat(owner, 40);
    const { teamId, personId } = owner.actor;
    await database.db.insert(run).values({ teamId, id: newId(), chatId: busy, personId, replica: newId() });
    await setRetention(owner, 1);
    await purgeChats(database.db, inDays(3));
    expect(await left()).toEqual([busy]);
  });

  test("deletes more than one batch, and two replicas at once do no harm", async () => {
    for (let count = 0; count < 130; count++) await oldChat(owner, 40);
    await setRetention(owner, 1);
    await Promise.all([purgeChats(database.db, inDays(3)), purgeChats(database.db, inDays(3))]);
    await purgeChats(database.db, inDays(3));
    expect(await left()).toEqual([]);
  });
});

describe("a hold", () => {
  test.each(["team", "person", "chat"] as const)(
    "on a %s keeps what it covers from retention and from its owner, until it is lifted",
    async (scope) => {
      const member = await team.as("member");
      const [retained, deleted] = [
        await oldChat(member, 40),
        await oldChat(member, 40, { deletedAt: inDays(-40) }),
      ];
      const email = `${member.actor.personId}@example.com`;
      const note = "A case";
      const holds =
        scope === "team"
          ? [await setHold(owner, { scope, note })]
          : scope === "person"
            ? [await setHold(owner, { scope, email, note })]
            : [
                await setHold(owner, { scope, chatId: retained, note }),
                await setHold(owner, { scope, chatId: deleted, note }),
              ];
      const free = scope === "team" ? [] : [await oldChat(owner, 40)];
      await setRetention(owner, 30);
      expect(await previewRetention(owner, 30)).toEqual({ chats: free.length, held: 2 });
      await purgeChats(database.db, inDays(40));
      expect(await left()).toEqual([retained, deleted].sort());
      for (const hold of holds) await liftHold(owner, hold);
      await purgeChats(database.db, inDays(40));
      expect(await left()).toEqual([]);
    },
  );

  test("takes a chat that its owner deletes from their sight, with every word of it kept", async () => {
    const member = await team.as("member");
    const chatId = await oldChat(member, 0);
    await setHold(owner, { scope: "chat", chatId, note: "" });
    await deleteChat(member, chatId);
    expect((await listChats(member)).chats).toEqual([]);
    await purgeChats(database.db, inDays(60));
    const [kept] = await database.db.select().from(message).where(eq(message.chatId, chatId));
    expect(kept?.text).toBe("word");
  });

  test("keeps the words of a message that its owner deleted", async () => {
    const member = await team.as("member");
    const [held, free] = [await oldChat(member, 0), await oldChat(member, 0)];
    await setHold(owner, { scope: "chat", chatId: held, note: "" });
    await database.db
      .update(message)
      .set({ deletedAt: inDays(-40) })
      .where(eq(message.teamId, team.teamId));
    await emptyDeletedMessages(database.db, inDays(-30));
    const textOf = async (chatId: string) =>
      (await database.db.select().from(message).where(eq(message.chatId, chatId)))[0]?.text;
    expect(await textOf(held)).toBe("word");
    expect(await textOf(free)).toBe("");
  });

  test("stands once, and setting and lifting are in the audit with ids alone", async () => {
    const member = await team.as("member");
    const email = `${member.actor.personId}@example.com`;
    const holdId = await setHold(owner, { scope: "person", email, note: "Names nobody" });
    await expect(setHold(owner, { scope: "person", email, note: "" })).rejects.toMatchObject({
      code: "conflict",
    });
    await liftHold(owner, holdId);
    await expect(liftHold(owner, holdId)).rejects.toMatchObject({ code: "not_found" });
    const rows = await database.db
      .select()
      .from(audit)
      .where(and(eq(audit.teamId, team.teamId), eq(audit.target, holdId)))
      .orderBy(audit.id);
    const subject = { scope: "person", subjectId: member.actor.personId };
    expect(rows.map(({ action, before, after: now }) => [action, before, now])).toEqual([
      ["hold.set", null, subject],
      ["hold.lift", subject, null],
    ]);
  });
});

describe("a temporary chat", () => {
  test("goes for good an hour after its last activity, and a day after it began at the latest", async () => {
    const now = new Date();
    const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const fresh = await oldChat(owner, 0, { temporary: true });
    const justEnded = await oldChat(owner, 0, { temporary: true, deletedAt: now });
    await oldChat(owner, 0, { temporary: true, updatedAt: minutesAgo(61) });
    await oldChat(owner, 0, { temporary: true, createdAt: minutesAgo(24 * 60 + 1) });
    await oldChat(owner, 0, { temporary: true, deletedAt: minutesAgo(1) });
    const usual = await oldChat(owner, 0, { updatedAt: minutesAgo(61) });
    await purgeTemporaryChats(database.db, now);
    expect(await left()).toEqual([fresh, justEnded, usual].sort());
    expect(await draftsLeft()).toBe(3);
  });
});
