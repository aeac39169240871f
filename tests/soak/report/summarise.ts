import type { MessageStatus } from "@/lib/chat/message";
import type { Problem, ProblemKind } from "../check/evidence";
import type { Scenario, Trouble } from "../plan/scenario";

/** What is counted of one run. */
export interface Counted {
  scenario: Scenario;
  problems: readonly Problem[];
  answers: readonly MessageStatus[];
  calls: number;
  rows: number;
}

/** Of the whole world, once every run is over. */
export interface Totals {
  rows: number;
  gapless: boolean;
  open: number;
  /** Calls that no question of any run asked for. */
  strays: number;
}

const ENDS = ["complete", "stopped", "interrupted", "failed", "streaming"] as const;
const DIFFERENCES: readonly ProblemKind[] = ["duplicate", "gap", "swapped", "foreign", "garbled", "lost"];

/** A table for people, and what is wrong of the whole. */
export function summarise(results: readonly Counted[], totals: Totals): { text: string; problems: string[] } {
  const turns = results.flatMap(({ scenario }) => scenario.lanes.flatMap((lane) => lane.turns));
  const troubles = turns.flatMap((turn) => turn.troubles);
  const kinds = tally(troubles.map(nameOf));
  const themes = tally(results.map(({ scenario }) => scenario.theme));
  const ends = tally(results.flatMap(({ answers }) => answers));
  const found = tally(results.flatMap(({ problems }) => problems.map(({ kind }) => kind)));
  const calls = results.reduce((all, one) => all + one.calls, 0);
  const rows = results.reduce((all, one) => all + one.rows, 0);
  const lost = turns.filter(({ loseResponse }) => loseResponse).length;
  const lines = [
    "",
    heading("runs", results.length),
    ...[...themes].map(([theme, count]) => line(theme, count)),
    heading("troubles", troubles.length + lost),
    ...[...kinds].toSorted().map(([kind, count]) => line(kind, count)),
    line("lost response", lost),
    heading(
      "answers",
      results.reduce((all, one) => all + one.answers.length, 0),
    ),
    ...ENDS.map((end) => line(end, ends.get(end) ?? 0)),
    heading(
      "what is wrong with them",
      DIFFERENCES.reduce((all, kind) => all + (found.get(kind) ?? 0), 0),
    ),
    ...DIFFERENCES.map((kind) => line(kind, found.get(kind) ?? 0)),
    heading("calls that the upstream saw", calls),
    line("rows of the ledger", rows),
    line("still open", totals.open),
  ];
  const problems: string[] = [];
  if (totals.open > 0) problems.push(`${totals.open} calls are open at the end`);
  if (totals.strays > 0) problems.push(`${totals.strays} calls that no question asked for`);
  if (totals.rows !== rows) problems.push(`the ledger has ${totals.rows} rows, the answers name ${rows}`);
  if (!totals.gapless) problems.push("the ledger's numbers have a gap");
  return { text: lines.join("\n"), problems };
}

function nameOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case "stop":
      return `stop through ${trouble.through === "any" ? "either replica" : `the ${trouble.through}`}`;
    case "kill":
    case "terminate":
      return `${trouble.kind} the ${trouble.replica}`;
    case "repeat":
      return `repeat through the ${trouble.through}`;
    case "cut":
      return trouble.offline ? "cut, the browser offline" : "cut on the way";
    default:
      return trouble.kind;
  }
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const heading = (name: string, count: number): string => `${name.padEnd(34)}${String(count).padStart(6)}`;
const line = (name: string, count: number): string => `  ${name.padEnd(32)}${String(count).padStart(6)}`;
