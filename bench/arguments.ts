import { parseArgs } from "node:util";
import { TARGET_NAMES, type TargetName } from "./targets/target.ts";

export interface Arguments {
  json: boolean;
  write: boolean;
  passes: number;
  targets: TargetName[];
}

export const USAGE = `npm run bench:chat -- [--json] [--passes N] [--targets ${TARGET_NAMES.join(",")}] [--no-write]
  --json      one JSON value on standard output
  --passes    measure every target so often, in turn, and report the median run (1 to 9; default 1)
  --targets   only these
  --no-write  leave docs/benchmarks.md as it is
`;

/** @throws RangeError or TypeError naming the flag that is wrong and what would be right. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: true },
      passes: { type: "string", default: "1" },
      targets: { type: "string", default: TARGET_NAMES.join(",") },
    },
  });
  if (!/^[1-9]$/.test(values.passes)) throw new RangeError(`--passes is 1 to 9, not ${values.passes}`);
  const targets = values.targets.split(",").map((name) => {
    const known = TARGET_NAMES.find((candidate) => candidate === name);
    if (known === undefined) throw new RangeError(`--targets knows ${TARGET_NAMES.join(", ")}, not ${name}`);
    return known;
  });
  return { json: values.json, write: values.write, passes: Number(values.passes), targets };
}
