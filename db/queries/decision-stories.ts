import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../client";
import { decision, ledger, provider } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

export type DecisionRow = typeof decision.$inferSelect;

interface AnswerRef {
  chatId: string;
  messageId: string;
}

/** How an answer was routed. */
export async function findDecision(
  db: Db,
  { teamId, personId }: { teamId: string; personId: string },
  { chatId, messageId }: AnswerRef,
): Promise<DecisionRow | null> {
  const rows = await db
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.teamId, teamId),
        eq(decision.personId, personId),
        eq(decision.chatId, chatId),
        eq(decision.messageId, messageId),
      ),
    );
  return rows[0] ?? null;
}

/** The calls that were made for an answer and have ended, in order. */
export async function listAnswerCalls(db: Db, teamId: string, messageId: string) {
  return db
    .select({
      callId: ledger.id,
      /** Null where it was taken away since. */
      provider: provider.name,
      vendor: ledger.vendor,
      model: ledger.model,
      outcome: ledger.outcome,
      errorCode: ledger.errorCode,
      outputTokens: ledger.outputTokens,
      costStatus: ledger.status,
      estimateMethod: ledger.estimateMethod,
      costPico: ledger.costPico,
      currency: ledger.currency,
      durationMs: ledger.durationMs,
    })
    .from(ledger)
    .leftJoin(
      provider,
      and(inArray(provider.teamId, [teamId, INSTANCE_TEAM_ID]), eq(provider.id, ledger.providerId)),
    )
    .where(
      and(
        eq(ledger.teamId, teamId),
        eq(ledger.messageId, messageId),
        eq(ledger.purpose, "chat"),
        isNull(ledger.correctsId),
      ),
    )
    .orderBy(asc(ledger.id));
}
