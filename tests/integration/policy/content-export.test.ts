import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { chat, membership, message } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { setContentReading } from "@/lib/policy/set-content-reading";
import { exportTeam } from "@/lib/teams/export-team";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { readArchive } from "@/tests/support/read-archive";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A team that lets its owner read, whose members have written what is theirs. */
async function reading() {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await setContentReading(owner, { on: true });
  const writes = async () => {
    const context = await team.as("member");
    const marker = `marker${randomUUID().replaceAll("-", "")}`;
    await plantContent(context, marker);
    return { marker, personId: context.actor.personId };
  };
  return { ...team, owner, writes };
}

const CONTENT = ["chats.jsonl", "messages.jsonl"];

test("what a policy opens is neither deleted chats nor those of who has left; a team that ends takes all", async () => {
  const { owner, teamId, writes } = await reading();
  const [stays, deletes, leaves] = [await writes(), await writes(), await writes()];
  await database.db.update(chat).set({ deletedAt: new Date() }).where(eq(chat.personId, deletes.personId));
  const theirs = and(eq(membership.teamId, teamId), eq(membership.personId, leaves.personId));
  await database.db.delete(membership).where(theirs);
  const open = await readArchive(await exportTeam(owner));
  const ending: Context = { ...owner, actor: { ...owner.actor, teamEnding: true } };
  const whole = await readArchive(await exportTeam(ending));
  for (const name of CONTENT) {
    const [said, all] = [JSON.stringify(open.get(name)), JSON.stringify(whole.get(name))];
    expect(said).toContain(stays.marker);
    expect(said).not.toContain(deletes.marker);
    expect(said).not.toContain(leaves.marker);
    for (const { marker } of [stays, deletes, leaves]) expect(all).toContain(marker);
  }
  expect(open.get("manifest.json")).toMatchObject([{ content: true, contentCut: false }]);
});

test("one that is being made when reading is switched off has no more of it, and says so", async () => {
  const { owner, teamId, writes } = await reading();
  const { personId } = await writes();
  // Far more than is made before somebody takes it.
  const chats = 120;
  const choice = { kind: "mode", mode: "knowledge" } as const;
  for (let count = 0; count < chats; count++) {
    const [chatId, id] = [newId(), newId()];
    await database.db.insert(chat).values({ teamId, id: chatId, personId, choice, activeLeafId: id });
    await database.db.insert(message).values({
      ...{ teamId, id, chatId, parentId: null, role: "user", status: "complete" },
      text: randomBytes(15_000).toString("base64"),
    });
  }
  const archive = await exportTeam(owner);
  await setContentReading(owner, { on: false });
  const files = await readArchive(archive);
  expect(files.get("messages.jsonl")?.length).toBeLessThan(chats);
  expect(files.get("manifest.json")).toMatchObject([{ content: true, contentCut: true }]);
  const after = await readArchive(await exportTeam(owner));
  expect([...after.keys()]).not.toContain("messages.jsonl");
  expect(after.get("manifest.json")).toMatchObject([{ content: false, contentCut: false }]);
});

test("one that is asked for while reading is being switched off waits, and has none of it", async () => {
  const { owner, teamId, writes } = await reading();
  const { marker } = await writes();
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const switching = database.db.transaction(async (tx) => {
    await lockTeamPolicy(tx, teamId);
    held.resolve();
    await free.promise;
    await upsertTeamPolicy(tx, teamId, { contentReading: false });
  });
  await held.promise;
  const asked = exportTeam(owner);
  await expect.poll(someoneWaits).toBe(true);
  free.resolve();
  await switching;
  const files = await readArchive(await asked);
  expect(files.get("manifest.json")).toMatchObject([{ content: false }]);
  expect(JSON.stringify([...files])).not.toContain(marker);
});

/** Whether anybody waits for a lock in this database. */
async function someoneWaits(): Promise<boolean> {
  const rows = await database.db.execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length > 0;
}
