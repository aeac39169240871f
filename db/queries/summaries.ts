import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { message } from "../schema";
import type { MessageRow } from "./messages";

interface SummaryRef {
  teamId: string;
  chatId: string;
  messageId: string;
}

/** @returns whether the chat has the summary, complete and not deleted. */
export async function updateSummaryText(db: Db, ref: SummaryRef, text: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(message)
    .set({
      text,
      summary: sql`jsonb_set(${message.summary}, '{editedAt}', ${JSON.stringify(at.toISOString())}::jsonb)`,
    })
    .where(
      and(
        eq(message.teamId, ref.teamId),
        eq(message.chatId, ref.chatId),
        eq(message.id, ref.messageId),
        eq(message.role, "summary"),
        eq(message.status, "complete"),
        isNull(message.deletedAt),
      ),
    )
    .returning({ id: message.id });
  return rows.length > 0;
}

type WrittenSummary = Pick<
  MessageRow,
  "teamId" | "chatId" | "id" | "text" | "model" | "modelName" | "callId" | "summary"
>;

/** Puts a summary that was written between a question and what is above it: all answers to the question stand under it
 *  then. Call it in a transaction. @returns false where the chat does not have the question any more, nothing is above
 *  it, or another summary has been put there meanwhile. */
export async function insertSummaryAbove(
  tx: Db,
  questionId: string,
  summary: WrittenSummary,
): Promise<boolean> {
  const { teamId, chatId, id } = summary;
  const isQuestion = and(eq(message.teamId, teamId), eq(message.chatId, chatId), eq(message.id, questionId));
  const [question] = await tx.select().from(message).where(isQuestion).for("update");
  if (!question || question.parentId === null) return false;
  const [above] = await tx
    .select({ role: message.role, status: message.status })
    .from(message)
    .where(and(eq(message.teamId, teamId), eq(message.id, question.parentId)));
  if (above?.role === "summary" && above.status === "complete") return false;
  await tx
    .insert(message)
    .values({ ...summary, parentId: question.parentId, role: "summary", status: "complete" });
  await tx.update(message).set({ parentId: id }).where(isQuestion);
  return true;
}

/** The messages right above one, at most so many, oldest first: of each the beginning of what it says, and who said it. */
export async function listTurnsAbove(db: Db, teamId: string, messageId: string, most: number) {
  const above = sql`
    with recursive above as (
      select m.parent_id as id, 0 as depth from message m where m.team_id = ${teamId} and m.id = ${messageId}
      union all
      select m.parent_id, above.depth + 1 from message m
        join above on m.team_id = ${teamId} and m.id = above.id where above.depth < ${most - 1}
    )
    select id from above`;
  return db
    .select({
      role: message.role,
      status: message.status,
      text: sql<string>`left(${message.text}, ${BEGINNING_CHARS})`,
      model: message.model,
      mode: message.mode,
    })
    .from(message)
    .where(and(eq(message.teamId, teamId), sql`${message.id} in (${above})`, isNull(message.deletedAt)))
    .orderBy(message.createdAt, message.id);
}

/** As much as the classifier reads of a question. */
const BEGINNING_CHARS = 2_000;
