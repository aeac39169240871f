import { parseArgs } from "node:util";

export interface Arguments {
  seed: number;
  /** Of the runs to make, from 1. */
  numbers: number[];
  /** Where to leave a report as JSON. */
  report: string | null;
}

export const USAGE = `npm run soak -- [--runs N] [--seed N] [--only N,N] [--report FILE]
  --runs    how many runs (default 200)
  --seed    what all chance comes from (default 1)
  --only    these runs of the seed alone, as a failure names them
  --report  leave the counts in a file, as JSON
`;

/** @throws RangeError or TypeError naming the flag that is wrong and what would be right. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
      report: { type: "string" },
    },
  });
  const runs = count("--runs", values.runs);
  return {
    seed: count("--seed", values.seed),
    numbers:
      values.only === undefined
        ? Array.from({ length: runs }, (_, at) => at + 1)
        : values.only.split(",").map((number) => count("--only", number)),
    report: values.report ?? null,
  };
}

function count(flag: string, value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new RangeError(`${flag} takes numbers from 1 to 999999, not ${value}`);
  return Number(value);
}
