import { parseArgs } from "node:util";

/** `runs`: in browsers, against two replicas. `chaos`: questions, while vendors are in trouble. `audit`: one long chain of
 *  entries. */
const PARTS = ["runs", "chaos", "audit"] as const;

export interface Arguments {
  part: (typeof PARTS)[number];
  seed: number;
  /** Of the runs to make, from 1. */
  numbers: number[];
  /** To be asked in the chaos. */
  questions: number;
  /** Of the chain of the audit. */
  entries: number;
  /** Where to leave a report as JSON. */
  report: string | null;
}

export const USAGE = `npm run soak -- [--runs N] [--seed N] [--only N,N] [--report FILE]
       npm run soak -- --part chaos [--questions N] [--seed N] [--report FILE]
       npm run soak -- --part audit [--entries N] [--report FILE]
  --runs    how many runs (default 200)
  --seed    what all chance comes from (default 1)
  --only    these runs of the seed alone, as a failure names them
  --part    runs (default); chaos: questions, while one vendor after the other is in trouble; or audit: a chain of
            entries that is checked, and found damaged
  --questions  how many of the chaos (default 1000)
  --entries    how many of the audit, up to 10000000 (default 1000000)
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
      part: { type: "string", default: "runs" },
      questions: { type: "string", default: "1000" },
      entries: { type: "string", default: "1000000" },
      report: { type: "string" },
    },
  });
  const runs = count("--runs", values.runs);
  const part = PARTS.find((name) => name === values.part);
  if (!part) throw new RangeError(`--part takes ${PARTS.join(" or ")}, not ${values.part}`);
  return {
    part,
    questions: count("--questions", values.questions),
    entries: count("--entries", values.entries, 10_000_000),
    seed: count("--seed", values.seed),
    numbers:
      values.only === undefined
        ? Array.from({ length: runs }, (_, at) => at + 1)
        : values.only.split(",").map((number) => count("--only", number)),
    report: values.report ?? null,
  };
}

function count(flag: string, value: string, most = 999_999): number {
  if (!/^[1-9]\d{0,7}$/.test(value) || Number(value) > most)
    throw new RangeError(`${flag} takes numbers from 1 to ${most}, not ${value}`);
  return Number(value);
}
