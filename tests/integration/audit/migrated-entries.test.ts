import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { readChain } from "@/lib/audit/read-chain";
import { recordAudit } from "@/lib/audit/record";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { newId } from "@/lib/ids";
import { instanceContext } from "@/lib/setup/instance-context";

const FOLDER = path.join(process.cwd(), "drizzle");
const MIGRATION = /people_and_groups$/;

interface Journal {
  entries: { tag: string }[];
}

let before: string;
let url: string;
let server: postgres.Sql;
beforeAll(async () => {
  before = await mkdtemp(path.join(tmpdir(), "wye-migrations-"));
  await cp(FOLDER, before, { recursive: true });
  const file = path.join(before, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as Journal;
  const until = journal.entries.findIndex(({ tag }) => MIGRATION.test(tag));
  expect(until).toBeGreaterThan(0);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }));

  const { serverUrl } = inject("postgres");
  server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await server`create database ${server(name)}`;
  url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
});
afterAll(async () => {
  await server`drop database if exists ${server(new URL(url).pathname.slice(1))} with (force)`;
  await Promise.all([server.end(), rm(before, { recursive: true })]);
});

test("what the last release recorded is chained in the order of its time, team by team, and what follows goes on", async () => {
  await migrate({ databaseUrl: url, folder: before, log: () => undefined });
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const teamId = newId();
  for (const team of [teamId, INSTANCE_TEAM_ID]) {
    for (const minute of [3, 1, 2]) {
      await sql`insert into audit (team_id, id, actor_id, action, target, before, after, request_id, created_at) values
        (${team}, ${newId()}, ${minute === 2 ? null : newId()}, ${`act.${minute}`}, 't', 'null', '{"b": 1.50, "a": "é"}',
        'r', ${`2026-10-01T10:0${minute}:00.123Z`})`;
    }
  }
  await sql.end();
  await migrate({ databaseUrl: url, folder: FOLDER, log: () => undefined });

  const { db, close } = connect(url, { maxConnections: 2 });
  try {
    const context = instanceContext(db);
    await recordAudit(context, { teamId, action: "act.4" });
    expect(await verifyAudit(context, teamId)).toMatchObject({ ok: true, entries: 4 });
    expect(await verifyAudit(context, INSTANCE_TEAM_ID)).toMatchObject({ ok: true, entries: 3 });
    const entries = (await Array.fromAsync(readChain(db, teamId, 10))).flat();
    expect(entries.map(({ action, via }) => `${action} ${via}`)).toEqual([
      "act.1 web",
      "act.2 system",
      "act.3 web",
      "act.4 system",
    ]);
  } finally {
    await close();
  }
});
