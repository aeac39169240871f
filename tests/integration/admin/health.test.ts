import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/client";
import { removeReplica } from "@/db/queries/replicas";
import { replica } from "@/db/schema";
import { getHealth } from "@/lib/admin/get-health";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { heartbeat } from "@/lib/jobs/heartbeat";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { startSilentServer } from "@/tests/support/silent-server";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let admin: Context;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  admin = await (await newTeam(database.db)).as("owner", { instanceAdmin: true });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(replica);
});

const NOW = new Date();
const stateOf = async (name: string) =>
  (await getHealth(admin, NOW)).checks.find((check) => check.name === name);

test("it says what database there is, how large it is, and that it is this release's", async () => {
  const { database: found, disk } = await getHealth(admin, NOW);
  expect(found).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^\d+\.\d+$/) } });
  expect(found.ok && found.value.bytes > 0).toBe(true);
  expect(disk === null || disk.freeBytes <= disk.totalBytes).toBe(true);
  expect(await stateOf("migrations")).toMatchObject({ state: "ok" });
  expect(await stateOf("clock")).toMatchObject({ state: "ok" });
  expect(await stateOf("mail")).toMatchObject({ state: "note", finding: "off" });
});

test("a process that serves is shown once, however often it says so, and not once it has ended", async () => {
  await Promise.all([heartbeat(database.db), heartbeat(database.db)]);
  await heartbeat(database.db);
  const { replicas } = await getHealth(admin, NOW);
  expect(replicas).toMatchObject({ ok: true, value: [{ own: true, alive: true }] });
  if (replicas.ok) await removeReplica(database.db, replicas.value[0]?.id ?? "");
  expect((await getHealth(admin, NOW)).replicas).toEqual({ ok: true, value: [] });
});

test("one that serves another version is told, one that fell silent is not counted, and one silent for a day is gone", async () => {
  await heartbeat(database.db);
  const other = { id: newId(), version: "0.0.9", host: "elsewhere", startedAt: NOW };
  await database.db.insert(replica).values(other);
  expect(await stateOf("replicas")).toMatchObject({
    state: "wrong",
    finding: "differ",
    values: { count: 2 },
  });
  await database.db.execute(
    sql`update replica set seen_at = now() - interval '1 hour' where id = ${other.id}`,
  );
  expect(await stateOf("replicas")).toMatchObject({ state: "ok", values: { count: 1 } });
  const { replicas } = await getHealth(admin, NOW);
  expect(replicas.ok && replicas.value.map(({ alive }) => alive)).toEqual([true, false]);
  await database.db.execute(
    sql`update replica set seen_at = now() - interval '2 days' where id = ${other.id}`,
  );
  await heartbeat(database.db);
  expect(await database.db.select().from(replica)).toHaveLength(1);
});

test("a database that never answers is told as such, part by part", async () => {
  const silent = await startSilentServer();
  const away = connect(`postgres://wye@${new URL(silent.baseUrl).host}/wye`, { maxConnections: 2 });
  try {
    const health = await getHealth({ ...admin, db: away.db }, NOW);
    expect([health.database, health.replicas, health.circuits]).toEqual([
      { ok: false },
      { ok: false },
      { ok: false },
    ]);
    expect(health.checks.find(({ name }) => name === "key")).toEqual({ name: "key", state: "unknown" });
  } finally {
    await silent.close();
    await away.close();
  }
});
