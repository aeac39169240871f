import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Whether a text column has these words in it, in any case; signs that `like` knows stand for themselves. */
export function contains(column: PgColumn, words: string): SQL {
  const pattern = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`${column} ilike ${pattern}`;
}
