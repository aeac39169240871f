import postgres from "postgres";

/** What a database has written since it was made. */
export interface DatabaseWrites {
  transactions: number;
  rowsInserted: number;
  rowsUpdated: number;
  rowsDeleted: number;
  logBytes: number;
}

/** A connection that is at rest hands in what it has counted ten seconds after (PGSTAT_IDLE_INTERVAL in
 *  PostgreSQL's pgstat.c). */
export const COUNTED_AFTER_MS = 11_000;

export interface WritesReader {
  /** Whoever wants an exact count waits `COUNTED_AFTER_MS` before. */
  read(): Promise<DatabaseWrites>;
  close(): Promise<void>;
}

/** Reads PostgreSQL's own counters: transactions committed, rows of the application's tables, bytes of the
 *  write-ahead log. */
export function openWritesReader(url: string): WritesReader {
  const sql = postgres(url, { max: 1, fetch_types: false });
  return {
    read: async () => {
      const [row] = await sql<Record<keyof DatabaseWrites, string>[]>`
        select
          (select xact_commit from pg_stat_database where datname = current_database()) as transactions,
          sum(n_tup_ins) as "rowsInserted", sum(n_tup_upd) as "rowsUpdated", sum(n_tup_del) as "rowsDeleted",
          pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as "logBytes"
        from pg_stat_user_tables`;
      if (!row) throw new RangeError("an aggregate has a row");
      return mapWrites((name) => Number(row[name]));
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

/** What was written between two readings, for each of so many answers; null when there were none. */
export function writesPerAnswer(
  before: DatabaseWrites,
  after: DatabaseWrites,
  answers: number,
): DatabaseWrites | null {
  return answers === 0 ? null : mapWrites((name) => (after[name] - before[name]) / answers);
}

function mapWrites(read: (name: keyof DatabaseWrites) => number): DatabaseWrites {
  return {
    transactions: read("transactions"),
    rowsInserted: read("rowsInserted"),
    rowsUpdated: read("rowsUpdated"),
    rowsDeleted: read("rowsDeleted"),
    logBytes: read("logBytes"),
  };
}
