import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { listCredentials } from "@/db/queries/credentials";
import { findProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { newId } from "@/lib/ids";
import { sealApiKey } from "@/lib/providers/api-key";
import { openConnection } from "@/lib/providers/connection";
import { setTestSecrets } from "@/tests/support/test-environment";

const FOLDER = path.join(process.cwd(), "drizzle");
const MIGRATION = /credentials_and_circuits$/;
const KEY = "sk-from-before-0123456789";

interface Journal {
  entries: { tag: string }[];
}

let before: string;
let url: string;
let server: postgres.Sql;
beforeAll(async () => {
  setTestSecrets();
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

test("a key from before there could be several is its provider's first credential, and opens", async () => {
  await migrate({ databaseUrl: url, folder: before, log: () => undefined });
  const id = newId();
  const sealed = sealApiKey({ teamId: INSTANCE_TEAM_ID, name: "house" }, KEY);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`insert into provider (team_id, id, vendor, name, base_url, api_key_sealed, api_key_last4, source, models)
    values (${INSTANCE_TEAM_ID}, ${id}, 'openai', 'house', 'http://localhost:1/v1', ${sealed}, '6789', 'person', '[]')`;
  await sql.end();
  await migrate({ databaseUrl: url, folder: FOLDER, log: () => undefined });

  const { db, close } = connect(url, { maxConnections: 1 });
  try {
    const provider = await findProvider(db, INSTANCE_TEAM_ID, id);
    const [key, ...others] = await listCredentials(db, INSTANCE_TEAM_ID, id);
    if (!provider || !key) throw new Error("lost");
    expect(others).toEqual([]);
    expect(key).toMatchObject({ apiKeyLast4: "6789", weight: 1, circuit: null });
    expect((await openConnection({ db }, provider, key)).apiKey).toBe(KEY);
  } finally {
    await close();
  }
});
