import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { LedgerRow } from "@/db/queries/ledgers";
import type { MessageStatus } from "@/lib/chat/message";
import { textOfKind } from "@/lib/chat/said";
import type { Said } from "../check/evidence";

/** What the database has of an answer. */
export async function keptAnswer(
  db: Db,
  answerId: string,
): Promise<(Said & { status: MessageStatus }) | null> {
  const rows = await db.execute<{ status: MessageStatus; text: string; reasoning: string }>(
    sql`select status, text, reasoning from message where id = ${answerId}::uuid`,
  );
  return rows[0] ?? null;
}

/** What its log has of it while it is being written. */
export async function loggedAnswer(db: Db, answerId: string): Promise<Said> {
  const events = await db.execute<{ payload: string }>(
    sql`select payload from run_event where run_id = ${answerId}::uuid order by seq`,
  );
  return { text: textOfKind([...events], "text"), reasoning: textOfKind([...events], "reasoning") };
}

/** Answers of these chats that are being written, and calls of theirs that nobody has settled. */
export async function unsettled(db: Db, chatIds: readonly string[]): Promise<number> {
  if (chatIds.length === 0) return 0;
  const ids = sql.join(
    chatIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await db.execute<{ open: number }>(sql`
    select (select count(*) from run where state = 'running' and chat_id in (${ids}))::int
      + (select count(*) from message where status = 'streaming' and chat_id in (${ids}))::int
      + (select count(*) from call where chat_id in (${ids}))::int as open`);
  return rows[0]?.open ?? 0;
}

/** Whether a chat that has an answer has no title of a model's yet. */
export async function awaitsTitle(db: Db, chatId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from chat join message on message.chat_id = chat.id
    where chat.id = ${chatId}::uuid and title_source is null and status in ('complete', 'stopped') and role = 'assistant'`);
  return rows.length > 0;
}

export async function openCallsOf(db: Db, answerId: string): Promise<number> {
  const rows = await db.execute<{ open: number }>(
    sql`select count(*)::int as open from call where message_id = ${answerId}::uuid`,
  );
  return rows[0]?.open ?? 0;
}

export type KeptRow = Pick<
  LedgerRow,
  | "purpose"
  | "outcome"
  | "status"
  | "estimateMethod"
  | "inputTokens"
  | "cacheReadTokens"
  | "cacheWriteTokens"
  | "outputTokens"
  | "reasoningTokens"
>;

export async function rowsOf(db: Db, answerId: string): Promise<KeptRow[]> {
  const rows = await db.execute<KeptRow & Record<string, unknown>>(sql`
    select purpose, outcome, status, estimate_method as "estimateMethod", input_tokens::int as "inputTokens",
      cache_read_tokens::int as "cacheReadTokens", cache_write_tokens::int as "cacheWriteTokens",
      output_tokens::int as "outputTokens", reasoning_tokens::int as "reasoningTokens"
    from ledger where message_id = ${answerId}::uuid order by seq`);
  return [...rows];
}

/** Rows of the whole ledger, and whether each team numbers its own without a gap. */
export async function ledgerTotals(db: Db): Promise<{ rows: number; gapless: boolean; open: number }> {
  const rows = await db.execute<{ rows: number; gapless: boolean; open: number }>(sql`
    select coalesce(sum(rows), 0)::int as rows, coalesce(bool_and(rows = last), true) as gapless,
      (select count(*) from call)::int as open
    from (select count(*) as rows, max(seq) as last from ledger group by team_id) as teams`);
  return rows[0] ?? { rows: 0, gapless: false, open: 0 };
}

/** What the next chat of the person is answered by, and that reasoning is shown. */
export async function prefer(db: Db, email: string, model: string): Promise<void> {
  const preferences = JSON.stringify({ choice: { kind: "model", model }, showReasoning: true });
  await db.execute(sql`
    update person set preferences = preferences || ${preferences}::jsonb where email = ${email}`);
}
