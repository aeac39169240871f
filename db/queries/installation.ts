import { sql } from "drizzle-orm";
import type { Db } from "../client";

/** As PostgreSQL counts: 150004 is 15.4. */
export async function serverVersion(db: Db): Promise<number> {
  const rows = await db.execute<{ version: number }>(
    sql`select current_setting('server_version_num')::int as version`,
  );
  return rows[0]?.version ?? 0;
}

/** When each migration that was applied had been made, in milliseconds, oldest first; empty on a new database. */
export async function listAppliedMigrations(db: Db): Promise<number[]> {
  const [table] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!table?.there) return [];
  const rows = await db.execute<{ made: string }>(
    sql`select created_at::text as made from drizzle.__drizzle_migrations order by created_at`,
  );
  return [...rows].map(({ made }) => Number(made));
}

/** The names, such as `ledger_202601`, of those of these partitions that are there. */
export async function findLedgerPartitions(db: Db, names: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select child.relname as name from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
      where pg_inherits.inhparent = to_regclass('ledger')`);
  const there = new Set([...rows].map(({ name }) => name));
  return names.filter((name) => there.has(name));
}

/** What the database takes the time to be, in milliseconds since 1970. */
export async function databaseTime(db: Db): Promise<number> {
  const rows = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  return Number(rows[0]?.ms);
}
