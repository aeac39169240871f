import { listChats as listRows } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { ChatSummary } from "./message";

export const MOST_CHATS = 1_000;

/** The person's own chats in the team, newest first. */
export async function listChats(context: Context): Promise<ChatSummary[]> {
  requirePermission(context.actor, "chat:use");
  const rows = await listRows(context.db, context.actor, MOST_CHATS);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}
