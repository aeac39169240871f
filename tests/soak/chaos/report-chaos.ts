import type { ChaosResult } from "./run-chaos";

/** A table for people. */
export function reportChaos({ answers, problems, rows, calls }: ChaosResult): string {
  const wrong = answers.filter((answer) => answer.problems.length > 0).length;
  const hops = tally(answers.map((answer) => `${answer.rows.length - 1} hops`));
  const choices = tally(
    answers.map(({ question: { choice } }) => (choice.kind === "mode" ? choice.mode : "named")),
  );
  const troubles = tally(answers.map(({ block }) => block.trouble));
  const failures = tally(rows.flatMap(({ errorCode }) => (errorCode === null ? [] : [errorCode])));
  return [
    "",
    heading("questions", answers.length),
    ...lines(choices),
    heading("in trouble meanwhile", answers.length),
    ...lines(troubles),
    heading("answered as they must be", answers.length - wrong),
    ...lines(hops),
    heading("calls that hosts saw", calls),
    heading("rows of the ledger", rows.length),
    ...lines(failures),
    heading("what is wrong", wrong + problems.length),
  ].join("\n");
}

function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const lines = (counts: readonly [string, number][]): string[] =>
  counts.map(([name, count]) => `  ${name.padEnd(32)}${String(count).padStart(6)}`);
const heading = (name: string, count: number): string => `${name.padEnd(34)}${String(count).padStart(6)}`;
