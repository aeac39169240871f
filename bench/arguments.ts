import { parseArgs } from "node:util";
import { PART_NAMES, type PartName } from "./parts/part-name.ts";
import { TARGET_NAMES, type TargetName } from "./targets/target.ts";

export interface Arguments {
  json: boolean;
  write: boolean;
  passes: number;
  parts: PartName[];
  targets: TargetName[];
}

export const USAGE = `npm run bench:chat -- [--json] [--passes N] [--parts NAMES] [--targets NAMES] [--no-write]
  --json      one JSON value on standard output
  --passes    measure every target so often, in turn, and report the median run (1 to 9; default 1)
  --parts     only these: ${PART_NAMES.join(",")}
  --targets   only these: ${TARGET_NAMES.join(",")}
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
      parts: { type: "string", default: PART_NAMES.join(",") },
      targets: { type: "string", default: TARGET_NAMES.join(",") },
    },
  });
  if (!/^[1-9]$/.test(values.passes)) throw new RangeError(`--passes is 1 to 9, not ${values.passes}`);
  return {
    json: values.json,
    write: values.write,
    passes: Number(values.passes),
    parts: readNames("--parts", values.parts, PART_NAMES),
    targets: readNames("--targets", values.targets, TARGET_NAMES),
  };
}

function readNames<Name extends string>(flag: string, given: string, known: readonly Name[]): Name[] {
  return given.split(",").map((name) => {
    const found = known.find((candidate) => candidate === name);
    if (found === undefined) throw new RangeError(`${flag} knows ${known.join(", ")}, not ${name}`);
    return found;
  });
}
