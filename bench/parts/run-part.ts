import { medianBy } from "../report/median.ts";
import { toTable } from "../report/table.ts";
import type { Upstream } from "../run/upstream.ts";
import type { Target, TargetName } from "../targets/target.ts";
import { CHAT_PART } from "./chat-part.ts";
import { DURABILITY_PART } from "./durability-part.ts";
import { FOLLOWERS_PART } from "./followers-part.ts";
import type { Part } from "./part.ts";
import type { PartName } from "./part-name.ts";

export interface PartOptions {
  /** Of the part's own, those that are among these. */
  targets: readonly TargetName[];
  passes: number;
  upstream: Upstream;
  say: (line: string) => void;
}

export interface PartOutcome {
  /** The figures of each target. */
  results: object;
  table: string;
}

/** Measures one part. @returns null when none of its targets is wanted */
export function runPart(name: PartName, options: PartOptions): Promise<PartOutcome | null> {
  switch (name) {
    case "chat":
      return runInTurn(CHAT_PART, options);
    case "durability":
      return runInTurn(DURABILITY_PART, options);
    case "followers":
      return runInTurn(FOLLOWERS_PART, options);
  }
}

/** One target after the other, so often, so that what the machine does meanwhile hits all alike. */
async function runInTurn<Name extends TargetName, Started extends Target, Figures>(
  part: Part<Name, Started, Figures>,
  { targets, passes, upstream, say }: PartOptions,
): Promise<PartOutcome | null> {
  const wanted = (Object.keys(part.table.titles) as Name[]).filter((name) => targets.includes(name));
  if (wanted.length === 0) return null;
  const runs = new Map<Name, Figures[]>(wanted.map((name) => [name, []]));
  for (let pass = 1; pass <= passes; pass++) {
    if (passes > 1) say(`pass ${pass} of ${passes}`);
    for (const [name, measured] of runs) {
      say(name);
      measured.push(await measureOne(part, name, upstream, say));
    }
  }
  const results: Partial<Record<Name, Figures>> = {};
  for (const [name, measured] of runs) results[name] = medianBy(measured, part.weigh);
  return { results, table: toTable(part.table, results) };
}

async function measureOne<Name extends TargetName, Started extends Target, Figures>(
  part: Part<Name, Started, Figures>,
  name: Name,
  upstream: Upstream,
  say: (line: string) => void,
): Promise<Figures> {
  const target = await part.start(name, upstream.baseUrl);
  try {
    return await part.measure(target, upstream, say);
  } finally {
    await target.stop();
  }
}
