import type { Db } from "@/db/client";
import { type ExportedTable, type ExportScope, listExportLines } from "@/db/queries/exports";

const PAGE = 200;

/** A table's rows, a page of them in memory at a time. */
export async function* readTable(db: Db, table: ExportedTable, scope: ExportScope): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const page = await listExportLines(db, table, scope, { after, limit: PAGE });
    for (const { line } of page) yield line;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.key;
  }
}
