import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** The tables in which some row holds the text, in whichever column and of whichever type, sorted. */
export async function tablesHolding(db: Db, text: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.execute(sql`
      select 1 from ${sql.identifier(name)} held where strpos(lower(held::text), lower(${text})) > 0 limit 1`);
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}
