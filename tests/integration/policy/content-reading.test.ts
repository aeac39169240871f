import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, chat, membership, message } from "@/db/schema";
import { destroyKey } from "@/lib/audit/destroy-key";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { listMemberChats } from "@/lib/content/list-member-chats";
import { listMyReadings } from "@/lib/content/list-my-readings";
import { readMemberChat } from "@/lib/content/read-member-chat";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ROLES } from "@/lib/permissions/roles";
import { answerNotice } from "@/lib/policy/answer-notice";
import { getFrame } from "@/lib/policy/get-frame";
import { setContentReading } from "@/lib/policy/set-content-reading";
import { exportTeam } from "@/lib/teams/export-team";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { readArchive } from "@/tests/support/read-archive";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const WHY = "A complaint of last week";
const NOT_FOUND = { code: "not_found" };

/** A team whose member has a chat, with whatever they wrote marked. */
async function planted({ on }: { on: boolean }) {
  const team = await newTeam(database.db);
  const [owner, member] = [await team.as("owner"), await team.as("member")];
  const marker = `marker${randomUUID().replaceAll("-", "")}`;
  await plantContent(member, marker);
  if (on) await setContentReading(owner, { on });
  const { personId } = member.actor;
  const rows = await database.db.select().from(chat).where(eq(chat.personId, personId));
  return { ...team, owner, member, marker, personId, chatId: rows[0]?.id ?? "" };
}

const readingsIn = (teamId: string) =>
  database.db
    .select()
    .from(audit)
    .where(and(eq(audit.teamId, teamId), inArray(audit.action, ["content.list", "content.read"])))
    .orderBy(audit.seq);

describe("who may", () => {
  test.each(ROLES)("a %s reads others' chats exactly if the table says so", async (role) => {
    const { as, chatId, personId, marker, teamId } = await planted({ on: true });
    const context = await as(role);
    const acts = [
      () => readMemberChat(context, { chatId, reason: WHY }),
      () => listMemberChats(context, { personId, reason: WHY }),
    ];
    for (const act of acts) {
      if (isAllowed(context.actor, "content:read")) expect(JSON.stringify(await act())).toContain(marker);
      else await expect(act()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await readingsIn(teamId)).toHaveLength(isAllowed(context.actor, "content:read") ? 2 : 0);
  });

  test("who runs the instance reads nothing by it, neither as a guest of the team nor as the instance", async () => {
    const { as, chatId, personId, teamId } = await planted({ on: true });
    const instance = asInstance(database.db);
    const ofTeam: Context = { ...instance, actor: { ...instance.actor, teamId } };
    for (const context of [await as("guest", { instanceAdmin: true }), ofTeam]) {
      const reading = readMemberChat(context, { chatId, reason: WHY });
      await expect(reading).rejects.toMatchObject({ code: "forbidden" });
      const listing = listMemberChats(context, { personId, reason: WHY });
      await expect(listing).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await readingsIn(teamId)).toHaveLength(0);
  });

  test("another team's owner finds neither the chat nor the person", async () => {
    const { chatId, personId } = await planted({ on: true });
    const stranger = await planted({ on: true });
    await expect(readMemberChat(stranger.owner, { chatId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    await expect(listMemberChats(stranger.owner, { personId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    expect(await readingsIn(stranger.teamId)).toHaveLength(0);
  });
});

describe("the switch", () => {
  test("is off in a new team: nothing is found, and nothing is recorded", async () => {
    const { owner, chatId, personId, teamId } = await planted({ on: false });
    await expect(readMemberChat(owner, { chatId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    await expect(listMemberChats(owner, { personId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    expect(await readingsIn(teamId)).toHaveLength(0);
  });

  test("ends reading at once for who has begun, and is audited both ways, once each", async () => {
    const { owner, as, chatId, personId, teamId } = await planted({ on: true });
    const administrator = await as("administrator");
    const page = await listMemberChats(administrator, { personId, reason: WHY });
    expect(page.chats.map(({ id }) => id)).toEqual([chatId]);
    await setContentReading(owner, { on: false });
    await setContentReading(owner, { on: false });
    const next = readMemberChat(administrator, { chatId, reason: WHY });
    await expect(next).rejects.toMatchObject(NOT_FOUND);
    const rows = await database.db.select().from(audit).where(eq(audit.teamId, teamId)).orderBy(audit.seq);
    expect(rows.map(({ action, after }) => ({ action, after }))).toEqual([
      { action: "policy.reading", after: { allowed: true } },
      { action: "content.list", after: { chats: 1 } },
      { action: "policy.reading", after: { allowed: false } },
    ]);
  });

  test("is told to each member until they have seen it, and anew when it is switched on again", async () => {
    const { owner, member } = await planted({ on: true });
    const first = (await getFrame(member)).reading;
    expect(first?.since).toBeInstanceOf(Date);
    const noticeId = first?.unseenId ?? "";
    await expect(answerNotice(member, { noticeId, answer: "accepted" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await answerNotice(member, { noticeId, answer: "dismissed" });
    expect((await getFrame(member)).reading).toMatchObject({ unseenId: null, since: first?.since });
    expect((await getFrame(owner)).reading?.unseenId).toBe(noticeId);
    await setContentReading(owner, { on: false });
    expect((await getFrame(member)).reading).toBeNull();
    await setContentReading(owner, { on: true });
    expect((await getFrame(member)).reading?.unseenId).not.toBeNull();
  });

  test.each(ROLES)("a %s sets it exactly if the table says so", async (role) => {
    const context = await (await newTeam(database.db)).as(role);
    const set = setContentReading(context, { on: true });
    if (isAllowed(context.actor, "policy:write")) await set;
    else await expect(set).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("each reading", () => {
  test("is recorded with who, whose, which, from where and for which request, and without a word of it", async () => {
    const { owner, chatId, personId, marker, teamId } = await planted({ on: true });
    const requestId = newId();
    const context: Context = { ...owner, requestId, origin: { via: "web", address: "192.0.2.7" } };
    await readMemberChat(context, { chatId, reason: WHY });
    await readMemberChat(context, { chatId, reason: WHY });
    const rows = await readingsIn(teamId);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ...{ action: "content.read", actorId: owner.actor.personId, target: personId, requestId },
      ...{ after: { chatId, messages: 2 }, before: null },
    });
    expect(Object.keys(rows[0]?.personal ?? {}).sort()).toEqual(["address", "reason"]);
    expect(JSON.stringify(rows)).not.toContain(marker);
    expect(JSON.stringify(rows)).not.toContain(WHY);
    expect((await verifyAudit(owner, teamId)).ok).toBe(true);
  });

  test("that is not recorded is not made", async () => {
    const { owner, chatId, teamId } = await planted({ on: true });
    // An id of a request that the table does not take.
    const broken: Context = { ...owner, requestId: "\u0000" };
    await expect(readMemberChat(broken, { chatId, reason: WHY })).rejects.toThrow();
    expect(await readingsIn(teamId)).toHaveLength(0);
  });

  test("needs a reason", async () => {
    const { owner, chatId, personId } = await planted({ on: true });
    for (const reason of ["", "  a ", "x".repeat(301)]) {
      const wrong = { code: "invalid_input" };
      await expect(readMemberChat(owner, { chatId, reason })).rejects.toMatchObject(wrong);
      await expect(listMemberChats(owner, { personId, reason })).rejects.toMatchObject(wrong);
    }
  });

  test("is seen by whom it concerns, with the reason, and by nobody else", async () => {
    const { owner, member, as, chatId, marker } = await planted({ on: true });
    await readMemberChat(owner, { chatId, reason: WHY });
    expect(await listMyReadings(member)).toMatchObject([
      { what: "chat", chat: { id: chatId, title: marker }, reason: WHY },
    ]);
    expect((await listMyReadings(member))[0]?.by).toContain("owner");
    expect(await listMyReadings(await as("member"))).toEqual([]);
    expect(await listMyReadings(owner)).toEqual([]);
  });

  test("has no reason any more once the person is erased", async () => {
    const { owner, member, chatId, personId, teamId } = await planted({ on: true });
    await readMemberChat(owner, { chatId, reason: WHY });
    await destroyKey(database.db, personId);
    expect((await listMyReadings(member))[0]?.reason).toBeNull();
    expect((await verifyAudit(owner, teamId)).ok).toBe(true);
  });
});

describe("what is never read", () => {
  test.each([
    ["temporary", { temporary: true }],
    ["deleted", { deletedAt: new Date() }],
  ])("a %s chat", async (_kind, change) => {
    const { owner, chatId, personId } = await planted({ on: true });
    await database.db.update(chat).set(change).where(eq(chat.id, chatId));
    await expect(readMemberChat(owner, { chatId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    expect((await listMemberChats(owner, { personId, reason: WHY })).chats).toEqual([]);
  });

  test("a chat of who has left, who would not see that it was read; nor one's own", async () => {
    const { owner, chatId, personId, teamId } = await planted({ on: true });
    await plantContent(owner, `own${randomUUID()}`);
    const own = { personId: owner.actor.personId, reason: WHY };
    await expect(listMemberChats(owner, own)).rejects.toMatchObject(NOT_FOUND);
    const theirs = and(eq(membership.teamId, teamId), eq(membership.personId, personId));
    await database.db.delete(membership).where(theirs);
    await expect(readMemberChat(owner, { chatId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
    await expect(listMemberChats(owner, { personId, reason: WHY })).rejects.toMatchObject(NOT_FOUND);
  });
});

test("an export has the chats only while it is on, says so in the audit, and each member sees that", async () => {
  const { owner, member, marker } = await planted({ on: true });
  expect(JSON.stringify([...(await readArchive(await exportTeam(owner)))])).toContain(marker);
  expect(await listMyReadings(member)).toMatchObject([{ what: "export", chat: null, reason: null }]);
  await setContentReading(owner, { on: false });
  const files = await readArchive(await exportTeam(owner));
  expect([...files.keys()]).not.toContain("messages.jsonl");
  expect(await listMyReadings(member)).toHaveLength(1);
});

test("a long chat is read page by page from its end, each page a reading of its own", async () => {
  const { owner, teamId, personId } = await planted({ on: true });
  const { chatId, texts } = await longChat(teamId, personId, 120);
  const read: string[] = [];
  let upTo: number | null | undefined;
  let pages = 0;
  while (upTo !== null) {
    const page = await readMemberChat(owner, { chatId, reason: WHY, upTo });
    read.unshift(...page.messages.map(({ text }) => text));
    upTo = page.above;
    pages++;
  }
  expect(read).toEqual(texts);
  expect(pages).toBe(3);
  expect(await readingsIn(teamId)).toHaveLength(3);
});

async function longChat(teamId: string, personId: string, count: number) {
  const chatId = newId();
  const ids = Array.from({ length: count }, newId);
  const choice = { kind: "mode", mode: "knowledge" } as const;
  await database.db.insert(chat).values({ teamId, id: chatId, personId, choice, activeLeafId: ids.at(-1) });
  const rows = ids.map((id, at) => ({
    ...{ teamId, id, chatId, parentId: ids[at - 1] ?? null, status: "complete" as const },
    ...{ role: at % 2 === 0 ? ("user" as const) : ("assistant" as const), text: `said ${at}` },
  }));
  await database.db.insert(message).values(rows);
  return { chatId, texts: rows.map(({ text }) => text) };
}
