import { type AmountSum, AmountSums } from "@/lib/money/amount-sums";
import { parseDecimal } from "@/lib/money/parse-decimal";
import type { DryRun, RoutedOtherwise } from "@/lib/routing/dry-run";

const PICO_DIGITS = 12;

/** Two pages of a dry run as one, the newer first. */
export function addDryRuns(newer: DryRun, older: DryRun): DryRun {
  return {
    questions: newer.questions + older.questions,
    gone: newer.gone + older.gone,
    since: older.since ?? newer.since,
    changes: addChanges([...newer.changes, ...older.changes]),
    rules: addRules(newer.rules, older.rules),
    compared: newer.compared + older.compared,
    estimated: newer.estimated + older.estimated,
    actual: addAmounts([...newer.actual, ...older.actual]),
    wouldBe: addAmounts([...newer.wouldBe, ...older.wouldBe]),
  };
}

function addChanges(all: readonly RoutedOtherwise[]): RoutedOtherwise[] {
  return [...Map.groupBy(all, ({ from, to }) => JSON.stringify([from.model, from.mode, to?.model, to?.mode]))]
    .flatMap(([, [first, ...rest]]) =>
      first
        ? [{ ...first, questions: rest.reduce((sum, { questions }) => sum + questions, first.questions) }]
        : [],
    )
    .sort((a, b) => b.questions - a.questions);
}

function addRules(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(ids.map((id) => [id, (a[id] ?? 0) + (b[id] ?? 0)]));
}

function addAmounts(all: readonly AmountSum[]): AmountSum[] {
  const sums = new AmountSums();
  for (const { currency, amount } of all) sums.add(currency, parseDecimal(amount, PICO_DIGITS));
  return sums.list();
}
