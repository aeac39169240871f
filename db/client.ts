import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparing } from "./preparing";
import * as schema from "./schema";

/** A handle to the database or to a transaction in it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

export interface Connected {
  db: Db;
  close(): Promise<void>;
}

/** The driver's own would let twenty seconds pass before it sees that a database is back: by then other processes have
 *  given up for dead what this one is doing. */
const LONGEST_BACKOFF_SECONDS = 2;
const backoffSeconds = (failures: number): number =>
  (0.5 + Math.random() / 2) * Math.min(3 ** failures / 100, LONGEST_BACKOFF_SECONDS);

/** Opens a pool; connections are made when first needed. */
export function connect(url: string, options: { maxConnections?: number } = {}): Connected {
  const client = postgres(url, {
    max: options.maxConnections ?? 20,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: backoffSeconds,
    onnotice: () => undefined,
    connection: { application_name: "wye" },
  });
  return { db: drizzle(preparing(client), { schema }), close: () => client.end({ timeout: 5 }) };
}
