import { getTableConfig } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { REFERENCE_TABLES } from "@/tests/architecture/reference-tables";
import { tablesOf } from "@/tests/architecture/team-tables";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** Tables of their own right: a partition is part of the table it belongs to. */
async function tableNames(): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  return rows.map((row) => row.name).toSorted();
}

/** Unique indexes, primary keys among them, of which the first column is not the team. */
async function keysAcrossTeams(): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    select c.relname || ': ' || i.indexrelid::regclass as key
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and c.relnamespace = 'public'::regnamespace
      and c.relname <> all(${REFERENCE_TABLES}) and a.attname is distinct from 'team_id'`;
  return rows.map((row) => row.key);
}

/** Foreign keys between tables of a team that do not begin with it on both sides. */
async function foreignKeysAcrossTeams(): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    select k.conrelid::regclass || ': ' || k.conname as key
    from pg_constraint k
    join pg_class target on target.oid = k.confrelid
    join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
    join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
    where k.contype = 'f' and target.relname <> all(${REFERENCE_TABLES})
      and (here.attname <> 'team_id' or there.attname <> 'team_id')`;
  return rows.map((row) => row.key);
}

test("the migrations make the tables that the schema declares, and no others", async () => {
  const declared = tablesOf(schema).map((table) => getTableConfig(table).name);
  expect(await tableNames()).toEqual(declared.toSorted());
});

test("in the migrated database each key of a team's table begins with its team", async () => {
  expect(await keysAcrossTeams()).toEqual([]);
  expect(await foreignKeysAcrossTeams()).toEqual([]);
});

test("a key across teams is found", async () => {
  await sql.begin(async (tx) => {
    await tx`create table planted (id uuid primary key, chat_id uuid unique)`;
    await tx`create table planted_child (team_id uuid, parent uuid references planted (id), primary key (team_id))`;
  });
  expect(await keysAcrossTeams()).toEqual(
    expect.arrayContaining(["planted: planted_pkey", "planted: planted_chat_id_key"]),
  );
  expect(await foreignKeysAcrossTeams()).toEqual(["planted_child: planted_child_parent_fkey"]);
});
