import { and, desc, eq, gte, inArray, ne, type SQL, sql } from "drizzle-orm";
import { firstIdAt } from "@/lib/ids";
import type { Mode } from "@/lib/router/choice";
import type { DecidedBy } from "@/lib/router/decision";
import type { Db } from "../client";
import { decision, ledger } from "../schema";

/** Which decisions a report is of. */
export interface DecisionRange {
  teamId: string;
  since: Date;
}

export interface DecisionCount {
  /** What the person chose: a mode, `auto`, or `model` for one by name. */
  chosen: Mode | "auto" | "model";
  mode: Mode | null;
  decidedBy: DecidedBy;
  kind: string | null;
  questions: number;
  overridden: number;
  /** Of those, asked again in the other mode. */
  toOtherMode: number;
  good: number;
  bad: number;
  /** Answered by another than the first that was tried. */
  failedOver: number;
}

const inRange = ({ teamId, since }: DecisionRange): SQL | undefined =>
  and(eq(decision.teamId, teamId), gte(decision.id, firstIdAt(since)));

const CHOSEN = sql<DecisionCount["chosen"]>`coalesce(${decision.choice}->>'mode', 'model')`;

const countWhere = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** How many questions went which way, and what people made of it. */
export async function countDecisions(db: Db, range: DecisionRange): Promise<DecisionCount[]> {
  return db
    .select({
      chosen: CHOSEN.as("chosen"),
      mode: decision.mode,
      decidedBy: decision.decidedBy,
      kind: decision.kind,
      questions: sql<number>`count(*)::int`,
      overridden: countWhere(sql`${decision.override} is not null`),
      toOtherMode: countWhere(sql`${decision.override}->>'mode' <> ${decision.mode}`),
      good: countWhere(sql`${decision.thumb} = 1`),
      bad: countWhere(sql`${decision.thumb} = -1`),
      failedOver: countWhere(sql`${decision.hops} > 0`),
    })
    .from(decision)
    .where(inRange(range))
    .groupBy(sql`1`, decision.mode, decision.decidedBy, decision.kind);
}

export interface FailoverCount {
  vendor: string;
  errorCode: string | null;
  calls: number;
}

/** Calls that failed before another answered the question, by vendor and by what went wrong. */
export async function countFailovers(db: Db, range: DecisionRange): Promise<FailoverCount[]> {
  return db
    .select({
      vendor: ledger.vendor,
      errorCode: ledger.errorCode,
      calls: sql<number>`count(*)::int`,
    })
    .from(decision)
    .innerJoin(
      ledger,
      and(
        eq(ledger.teamId, decision.teamId),
        eq(ledger.messageId, decision.messageId),
        eq(ledger.purpose, "chat"),
        ne(ledger.id, decision.callId),
      ),
    )
    .where(and(inRange(range), sql`${decision.hops} > 0`, sql`${ledger.correctsId} is null`))
    .groupBy(ledger.vendor, ledger.errorCode)
    .orderBy(sql`3 desc`, ledger.vendor);
}

export interface AutoOutcome {
  pReasoning: number;
  mode: Mode;
  /** Null: it stood. */
  overriddenTo: Mode | null;
}

/** What the classifier or the want of one decided for Auto, and in which mode it was asked again; the newest first. */
export async function listAutoOutcomes(db: Db, range: DecisionRange, limit: number): Promise<AutoOutcome[]> {
  const rows = await db
    .select({
      pReasoning: decision.pReasoning,
      mode: decision.mode,
      overriddenTo: sql<Mode | null>`${decision.override}->>'mode'`,
    })
    .from(decision)
    .where(
      and(
        inRange(range),
        sql`${decision.choice}->>'mode' = 'auto'`,
        inArray(decision.decidedBy, ["classifier", "default"]),
      ),
    )
    .orderBy(desc(decision.id))
    .limit(limit);
  return rows.flatMap(({ pReasoning, mode, overriddenTo }) =>
    pReasoning === null || mode === null ? [] : [{ pReasoning, mode, overriddenTo }],
  );
}
