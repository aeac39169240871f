import type { Db } from "@/db/client";
import { type ExportScope, listExportLines } from "@/db/queries/exports";
import { readTable } from "./read-table";

const CHATS_AT_A_TIME = 50;

/** The messages of chats with all their branches, chat after chat. */
export async function* readMessages(db: Db, scope: ExportScope & { teamId: string }): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const chats = await listExportLines(db, "chat", scope, { after, limit: CHATS_AT_A_TIME });
    const last = chats.at(-1);
    if (!last) return;
    const { teamId, readable = false } = scope;
    yield* readTable(db, "message", { teamId, readable, chatIds: chats.map(({ key }) => key) });
    after = last.key;
  }
}
