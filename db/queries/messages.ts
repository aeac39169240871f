import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { TreeNode } from "@/lib/chat/tree";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import type { Db } from "../client";
import { costColumns } from "../cost-columns";
import { NOT_HELD } from "../not-held";
import { decision, ledger, message } from "../schema";

export type MessageRow = typeof message.$inferSelect;

const continued = alias(message, "continued");
const continuedLedger = alias(ledger, "continued_ledger");

/** Of what a message goes on from: another answer, or its own beginning. */
const continuedCall = sql`coalesce(${continued.callId}, (${message.continuedLengths} ->> 'callId')::uuid)`;

const withCost = (db: Db) =>
  db
    .select({
      message,
      cost: costColumns,
      /** Of what this one goes on from. */
      continuedCost: {
        costStatus: continuedLedger.status,
        callId: continuedLedger.id,
        estimateMethod: continuedLedger.estimateMethod,
        costPico: continuedLedger.costPico,
        currency: continuedLedger.currency,
      },
      routed: {
        decidedBy: decision.decidedBy,
        confidence: sql<DecisionNotes["confidence"]>`${decision.notes} -> 'confidence'`,
        reasons: sql<DecisionNotes["reasons"]>`${decision.notes} -> 'reasons'`,
        ruleId: sql<DecisionNotes["ruleId"]>`${decision.notes} ->> 'ruleId'`,
      },
      thumb: decision.thumb,
    })
    .from(message)
    .leftJoin(ledger, and(eq(ledger.teamId, message.teamId), eq(ledger.id, message.callId)))
    .leftJoin(decision, and(eq(decision.teamId, message.teamId), eq(decision.messageId, message.id)))
    .leftJoin(continued, and(eq(continued.teamId, message.teamId), eq(continued.id, message.continuesId)))
    .leftJoin(
      continuedLedger,
      and(eq(continuedLedger.teamId, message.teamId), eq(continuedLedger.id, continuedCall)),
    );

/** Messages with the cost of each: the first of `ids`, and those after it until what they say adds up to `maxBytes`.
 *  In no order. What is said is measured by its stored length, so that nothing is read that is not returned. */
export async function listMessages(db: Db, teamId: string, ids: readonly string[], maxBytes: number) {
  const within = sql`
    select id from (
      select m.id, sum(octet_length(m.text) + octet_length(m.reasoning)) over (
        order by wanted.nth rows between unbounded preceding and current row exclude current row
      ) as bytes_before
      from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as wanted (id, nth)
      join message m on m.team_id = ${teamId} and m.id = wanted.id::uuid
    ) as sized where coalesce(bytes_before, 0) < ${maxBytes}`;
  return withCost(db).where(and(eq(message.teamId, teamId), sql`${message.id} in (${within})`));
}
export type MessageWithCost = Awaited<ReturnType<typeof listMessages>>[number];

/** The answers to these questions that stand in these comparisons, with the cost of each, by their places. */
export async function listCompared(
  db: Db,
  teamId: string,
  questionIds: readonly string[],
  comparisonIds: readonly string[],
): Promise<MessageWithCost[]> {
  if (questionIds.length === 0) return [];
  const { comparison } = message;
  return withCost(db)
    .where(
      and(
        eq(message.teamId, teamId),
        inArray(message.parentId, [...questionIds]),
        inArray(sql`${comparison} ->> 'id'`, [...comparisonIds]),
        isNull(message.deletedAt),
      ),
    )
    .orderBy(sql`(${comparison} ->> 'place')::integer`);
}

/** One message of a chat with its cost. */
export async function findMessage(
  db: Db,
  teamId: string,
  chatId: string,
  messageId: string,
): Promise<MessageWithCost | null> {
  const rows = await withCost(db).where(
    and(eq(message.teamId, teamId), eq(message.chatId, chatId), eq(message.id, messageId)),
  );
  return rows[0] ?? null;
}

/** The place of each message of a chat in its tree, oldest first. */
export async function listTree(db: Db, teamId: string, chatId: string): Promise<TreeNode[]> {
  return db
    .select({
      id: message.id,
      parentId: message.parentId,
      deleted: sql<boolean>`${message.deletedAt} is not null`,
    })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.chatId, chatId)))
    .orderBy(message.id);
}

interface MessageRef {
  teamId: string;
  chatId: string;
  messageId: string;
}

/** @returns whether the chat has the message, and it is not being written. */
export async function markMessageDeleted(db: Db, ref: MessageRef): Promise<boolean> {
  const rows = await db
    .update(message)
    .set({ deletedAt: sql`now()` })
    .where(and(isMessage(ref), ne(message.status, "streaming")))
    .returning({ id: message.id });
  return rows.length > 0;
}

/** @returns whether the chat has the message, and it was not deleted before `keptSince`. */
export async function unmarkMessageDeleted(db: Db, ref: MessageRef, keptSince: Date): Promise<boolean> {
  const rows = await db
    .update(message)
    .set({ deletedAt: null })
    .where(and(isMessage(ref), or(isNull(message.deletedAt), gt(message.deletedAt, keptSince))))
    .returning({ id: message.id });
  return rows.length > 0;
}

/** Forgets what was said in messages that were deleted long ago; their places stay, or what follows would go too. */
export async function emptyDeletedMessages(db: Db, before: Date): Promise<void> {
  await db
    .update(message)
    .set({ text: "", reasoning: "", error: null })
    .where(
      and(
        lt(message.deletedAt, before),
        or(ne(message.text, ""), ne(message.reasoning, "")),
        sql`exists (select from chat c where c.team_id = ${message.teamId} and c.id = ${message.chatId} and ${NOT_HELD})`,
      ),
    );
}

export interface MessageCopy {
  id: string;
  parentId: string | null;
  copyOf: string;
}

/** Copies messages into another chat of the team. The copies name the same calls, so that each shows what it cost;
 *  the ledger still has each call once. */
export async function copyMessages(
  db: Db,
  teamId: string,
  chatId: string,
  copies: readonly MessageCopy[],
): Promise<void> {
  const list = JSON.stringify(copies);
  await db.execute(sql`
    insert into message (team_id, id, chat_id, parent_id, role, status, text, reasoning, reasoning_ms, model,
        model_name, mode, call_id, finish_reason, error, continues_id, continued_lengths, summary, created_at)
      select m.team_id, c.id, ${chatId}::uuid, c."parentId", m.role, m.status, m.text, m.reasoning, m.reasoning_ms,
        m.model, m.model_name, m.mode, m.call_id, m.finish_reason, m.error, m.continues_id, m.continued_lengths,
        m.summary, m.created_at
      from jsonb_to_recordset(${list}::jsonb) as c(id uuid, "parentId" uuid, "copyOf" uuid)
      join message m on m.team_id = ${teamId} and m.id = c."copyOf"
      order by c.id`);
}

/** A message of a path, with what its vendor holds in its cache of the prompt that it answered; of the last two only. */
export type PathMessage = MessageRow & { cachedTokens: number };

const cachedTokensOf = (row: typeof ledger) =>
  sql<number | null>`${row.cacheReadTokens} + ${row.cacheWriteTokens} + ${row.cacheWrite1hTokens}`.mapWith(
    Number,
  );

/** The messages from the root to `leafId`, oldest first, without those that were deleted; with `fromSummary` only from
 *  the last summary in effect on, if there is one. */
export async function listPath(
  db: Db,
  teamId: string,
  chatId: string,
  leafId: string,
  { fromSummary = false }: { fromSummary?: boolean } = {},
): Promise<PathMessage[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive path as (
      select id, parent_id, 0 as depth, ${inEffect} as stands from message
        where team_id = ${teamId} and chat_id = ${chatId} and id = ${leafId}
      union all
      select m.id, m.parent_id, path.depth + 1, ${inEffect} from message m
        join path on m.team_id = ${teamId} and m.chat_id = ${chatId} and m.id = path.parent_id
        where not (path.stands and ${fromSummary})
    )
    select id from path order by depth desc`);
  const order = new Map([...rows].map((row, position) => [row.id, position]));
  const isLast = sql`${message.id} in ${[leafId, ...[...order.keys()].slice(-2)]}`;
  const found = await db
    .select({ message, cachedTokens: cachedTokensOf(ledger) })
    .from(message)
    .leftJoin(ledger, and(eq(ledger.teamId, message.teamId), eq(ledger.id, message.callId), isLast))
    .where(
      and(
        eq(message.teamId, teamId),
        sql`${message.id} in ${order.size > 0 ? [...order.keys()] : [leafId]}`,
        // What is answered is sent, even if another tab has just deleted it.
        or(isNull(message.deletedAt), eq(message.id, leafId)),
      ),
    );
  return found
    .map((row): PathMessage => Object.assign(row.message, { cachedTokens: row.cachedTokens ?? 0 }))
    .filter((row) => order.has(row.id))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** What is kept of a reply, and how much of that it began with. */
export async function findReplyText(db: Db, teamId: string, messageId: string) {
  const rows = await db
    .select({ text: message.text, reasoning: message.reasoning, continued: message.continuedLengths })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.id, messageId)));
  return rows[0] ?? null;
}

/** Keeps how much of an answer is that of another, which it goes on from. */
export async function setContinuedLengths(
  db: Db,
  teamId: string,
  messageId: string,
  lengths: NonNullable<MessageRow["continuedLengths"]>,
): Promise<void> {
  await db
    .update(message)
    .set({ continuedLengths: lengths })
    .where(and(eq(message.teamId, teamId), eq(message.id, messageId)));
}

/** Whether a summary stands for what is above it; lib/chat/sent-path.ts says so of rows that were read. */
const inEffect = sql`(role = 'summary' and status = 'complete' and deleted_at is null and text ~ '\\S')`;

const isMessage = ({ teamId, chatId, messageId }: MessageRef) =>
  and(eq(message.teamId, teamId), eq(message.chatId, chatId), eq(message.id, messageId));
