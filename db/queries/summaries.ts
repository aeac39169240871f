import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../client";
import { message } from "../schema";

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
