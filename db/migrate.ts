import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** One number for every Wye that shares a database ("wye" in ASCII). */
const LOCK_KEY = 0x777965;
const OLDEST_SERVER = 150_000;
const CONNECT_TIMEOUT_MS = 60_000;
const RETRY_MS = 250;
/** Starting up, shutting down, not there yet. A wrong password or name is none of these. */
const PASSING_CODES = new Set(["57P03", "57P01", "ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED"]);

export interface MigrateOptions {
  databaseUrl: string;
  /** The folder of generated migrations. */
  folder: string;
  log: (line: string) => void;
}

type Sql = postgres.Sql;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function awaitServer(sql: Sql, log: (line: string) => void): Promise<void> {
  const deadline = Date.now() + CONNECT_TIMEOUT_MS;
  for (let told = false; ; told = true) {
    try {
      await requireVersion(sql);
      return;
    } catch (error) {
      if (!PASSING_CODES.has(codeOf(error)) || Date.now() > deadline) throw unusable(error);
    }
    if (!told) log("Waiting for the database to accept connections");
    await sleep(RETRY_MS);
  }
}

async function requireVersion(sql: Sql): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int as version`;
  if (!(row?.version >= OLDEST_SERVER)) throw new Error("it is older than PostgreSQL 15");
}

/** A refused connection to a name with two addresses has no message of its own. */
function unusable(error: unknown): Error {
  const reason = error instanceof Error && error.message !== "" ? error.message : codeOf(error);
  return new Error(`The database cannot be used: ${reason}.`, { cause: error });
}

async function takeLock(sql: Sql, log: (line: string) => void): Promise<void> {
  const [row] = await sql`select pg_try_advisory_lock(${LOCK_KEY}) as taken`;
  if (row?.taken) return;
  log("Waiting for another process, which is migrating the database");
  await sql`select pg_advisory_lock(${LOCK_KEY})`;
}

async function countApplied(sql: Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  return row?.applied ?? 0;
}

/** Brings the database up to date, one process at a time. */
export async function migrate({ databaseUrl, folder, log }: MigrateOptions): Promise<void> {
  if (!existsSync(join(folder, "meta", "_journal.json")))
    throw new Error(`There are no migrations in ${folder}.`);
  // A single connection, so that the lock is held by the session that migrates, and goes with it.
  const sql = postgres(databaseUrl, { max: 1, idle_timeout: 0, onnotice: () => undefined });
  try {
    await awaitServer(sql, log);
    await takeLock(sql, log);
    const before = await countApplied(sql);
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    const applied = (await countApplied(sql)) - before;
    if (applied > 0) log(`Applied ${applied} ${applied === 1 ? "migration" : "migrations"}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
