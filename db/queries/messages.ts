import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledger, message } from "../schema";

export type MessageRow = typeof message.$inferSelect;

const costColumns = {
  // First, because it is never null: by its first column drizzle tells a joined row from none.
  costStatus: ledger.status,
  costPico: ledger.costPico,
  currency: ledger.currency,
  demo: ledger.demo,
  ttftMs: ledger.ttftMs,
  durationMs: ledger.durationMs,
  inputTokens: ledger.inputTokens,
  cacheReadTokens: ledger.cacheReadTokens,
  cacheWriteTokens: ledger.cacheWriteTokens,
  outputTokens: ledger.outputTokens,
  reasoningTokens: ledger.reasoningTokens,
};

/** All messages of a chat with the cost of each, oldest first. */
export async function listMessages(db: Db, teamId: string, chatId: string) {
  return db
    .select({ message, cost: costColumns })
    .from(message)
    .leftJoin(ledger, and(eq(ledger.teamId, message.teamId), eq(ledger.id, message.callId)))
    .where(and(eq(message.teamId, teamId), eq(message.chatId, chatId)))
    .orderBy(message.id);
}
export type MessageWithCost = Awaited<ReturnType<typeof listMessages>>[number];

/** One message of a chat with its cost. */
export async function findMessage(
  db: Db,
  teamId: string,
  chatId: string,
  messageId: string,
): Promise<MessageWithCost | null> {
  const rows = await db
    .select({ message, cost: costColumns })
    .from(message)
    .leftJoin(ledger, and(eq(ledger.teamId, message.teamId), eq(ledger.id, message.callId)))
    .where(and(eq(message.teamId, teamId), eq(message.chatId, chatId), eq(message.id, messageId)));
  return rows[0] ?? null;
}

/** The messages from the root to `leafId`, oldest first. */
export async function listPath(
  db: Db,
  teamId: string,
  chatId: string,
  leafId: string,
): Promise<MessageRow[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive path as (
      select id, parent_id, 0 as depth from message
        where team_id = ${teamId} and chat_id = ${chatId} and id = ${leafId}
      union all
      select m.id, m.parent_id, path.depth + 1 from message m
        join path on m.team_id = ${teamId} and m.chat_id = ${chatId} and m.id = path.parent_id
    )
    select id from path order by depth desc`);
  const order = new Map([...rows].map((row, position) => [row.id, position]));
  const found = await db
    .select()
    .from(message)
    .where(
      and(eq(message.teamId, teamId), sql`${message.id} in ${order.size > 0 ? [...order.keys()] : [leafId]}`),
    );
  return found
    .filter((row) => order.has(row.id))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** What is kept of a reply. */
export async function findMessageText(db: Db, teamId: string, messageId: string) {
  const rows = await db
    .select({ text: message.text, reasoning: message.reasoning })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.id, messageId)));
  return rows[0] ?? null;
}
