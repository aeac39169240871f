import { sumAutoCosts } from "@/db/queries/decision-costs";
import { compareEstimates, compareTimes, type EstimatedTimes } from "@/db/queries/decision-estimates";
import {
  countDecisions,
  countFailovers,
  type DecisionCount,
  type FailoverCount,
} from "@/db/queries/decision-reports";
import { readOffers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import type { Context } from "@/lib/context";
import { toErrorCode } from "@/lib/errors";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { requirePermission } from "@/lib/permissions/require-permission";
import { MODES } from "@/lib/router/choice";
import { bestModel } from "./best-model";
import type { DecisionReport, KindCount, ModeCount, VendorFailovers } from "./decision-report";
import { againstBest, againstReasoning } from "./savings";

export const REPORT_DAYS = [30, 90] as const;
const DAY_MS = 86_400_000;

/** What was decided in the last days, what came of it, what it saved, and how good the estimates were.
 *  @throws AppError `forbidden` */
export async function reportDecisions(
  context: Context,
  days: (typeof REPORT_DAYS)[number],
): Promise<DecisionReport> {
  requirePermission(context.actor, "mode:write");
  const { db, actor } = context;
  const now = new Date();
  const range = { teamId: actor.teamId, since: new Date(now.getTime() - days * DAY_MS) };
  const [offers, counts, failovers, costs, estimates, times] = await Promise.all([
    readOffers(db, actor.teamId),
    countDecisions(db, range),
    countFailovers(db, range),
    sumAutoCosts(db, range),
    compareEstimates(db, range),
    compareTimes(db, range),
  ]);
  const auto = counts.filter(({ chosen }) => chosen === "auto");
  const best = bestModel(offers.policy, routerCatalogue(offers, now), now);
  return {
    days,
    questions: sumOf(counts, "questions"),
    chosen: {
      auto: sumOf(auto, "questions"),
      knowledge: sumOf(chosenAs(counts, "knowledge"), "questions"),
      reasoning: sumOf(chosenAs(counts, "reasoning"), "questions"),
      model: sumOf(chosenAs(counts, "model"), "questions"),
    },
    auto: {
      questions: sumOf(auto, "questions"),
      modes: MODES.map((mode) => ofMode(auto, mode)),
      decidedBy: Object.fromEntries(
        [...Map.groupBy(auto, ({ decidedBy }) => decidedBy)].map(([by, rows]) => [
          by,
          sumOf(rows, "questions"),
        ]),
      ),
      kinds: kindsOf(auto),
      againstReasoning: againstReasoning(costs),
      againstBest: best && againstBest(costs, best, now),
    },
    failovers: { questions: sumOf(counts, "failedOver"), vendors: vendorsOf(failovers) },
    estimates: {
      costs: estimates.map(({ estimatePico, actualPico, ...sums }) => ({
        ...sums,
        estimate: picoToDecimal(BigInt(estimatePico)),
        actual: picoToDecimal(BigInt(actualPico)),
      })),
      time: timeOf(times),
    },
  };
}

type Figure = "questions" | "overridden" | "good" | "bad" | "failedOver";
const sumOf = (rows: readonly DecisionCount[], figure: Figure): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);

const chosenAs = (rows: readonly DecisionCount[], wanted: DecisionCount["chosen"]): DecisionCount[] =>
  rows.filter(({ chosen }) => chosen === wanted);

function ofMode(auto: readonly DecisionCount[], mode: ModeCount["mode"]): ModeCount {
  const rows = auto.filter((row) => row.mode === mode);
  return {
    ...{ mode, questions: sumOf(rows, "questions"), overridden: sumOf(rows, "overridden") },
    ...{ good: sumOf(rows, "good"), bad: sumOf(rows, "bad") },
  };
}

function kindsOf(auto: readonly DecisionCount[]): KindCount[] {
  return [...Map.groupBy(auto, ({ kind }) => kind)]
    .map(([kind, rows]) => ({
      ...{ kind, questions: sumOf(rows, "questions"), overridden: sumOf(rows, "overridden") },
    }))
    .sort((a, b) => b.questions - a.questions);
}

function vendorsOf(failovers: readonly FailoverCount[]): VendorFailovers[] {
  return [...Map.groupBy(failovers, ({ vendor }) => vendor)]
    .map(([vendor, rows]) => ({
      vendor,
      calls: rows.reduce((sum, { calls }) => sum + calls, 0),
      causes: rows.map(({ errorCode, calls }) => ({
        ...{ code: errorCode === null ? null : toErrorCode(errorCode), calls },
      })),
    }))
    .sort((a, b) => b.calls - a.calls);
}

function timeOf({
  questions,
  estimateMs,
  actualMs,
  ratio,
}: EstimatedTimes): DecisionReport["estimates"]["time"] {
  if (estimateMs === null || actualMs === null || ratio === null) return null;
  return { questions, estimateMs, actualMs, ratio };
}
