import { lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { decision, message } from "../schema";

export type NewDecision = Pick<
  Required<typeof decision.$inferInsert>,
  | "id"
  | "choice"
  | "mode"
  | "provider"
  | "model"
  | "effort"
  | "decidedBy"
  | "pReasoning"
  | "kind"
  | "estimatePico"
  | "currency"
  | "estimateMs"
  | "notes"
>;

/** Of the statement that opens a call: the decision that it comes of. The columns that both have are the call's. */
export function newDecision(db: Db) {
  return db.$with("decided").as(
    db
      .insert(decision)
      .values({
        teamId: sql.placeholder("teamId"),
        id: sql.placeholder("decisionId"),
        personId: sql.placeholder("personId"),
        chatId: sql.placeholder("chatId"),
        messageId: sql.placeholder("messageId"),
        callId: sql.placeholder("id"),
        choice: sql.placeholder("choice"),
        mode: sql.placeholder("decidedMode"),
        provider: sql.placeholder("decidedProvider"),
        model: sql.placeholder("decidedModel"),
        effort: sql.placeholder("effort"),
        decidedBy: sql.placeholder("decidedBy"),
        pReasoning: sql.placeholder("pReasoning"),
        kind: sql.placeholder("kind"),
        estimatePico: sql.placeholder("estimatePico"),
        currency: sql.placeholder("currency"),
        estimateMs: sql.placeholder("estimateMs"),
        notes: sql.placeholder("notes"),
        comparisonId: sql`(select (comparison ->> 'id')::uuid from ${message}
          where team_id = ${sql.placeholder("teamId")}::uuid and id = ${sql.placeholder("messageId")}::uuid)`,
      })
      // What is only for people to read is never a reason not to answer.
      .onConflictDoNothing()
      .returning({ id: decision.id }),
  );
}

/** Of the statement that opens a further call for an answer. */
export function nextCallOfDecision(db: Db) {
  return db.$with("decided", {}).as(sql`
    update ${decision} set call_id = ${sql.placeholder("id")}::uuid, hops = ${sql.placeholder("hops")}::integer
    where team_id = ${sql.placeholder("teamId")}::uuid and id = ${sql.placeholder("decisionId")}::uuid`);
}

export async function purgeDecisions(db: Db, before: Date): Promise<void> {
  await db.delete(decision).where(lt(decision.createdAt, before));
}
