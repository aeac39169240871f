import { IMPORT_KINDS, type ImportKind, type PlannedLine } from "./plan-import";

/** So many lines of each kind are shown; the counts are of all. */
const SHOWN = 100;

export interface PlanSummary {
  counts: Record<ImportKind, number>;
  /** What cannot be done first. */
  lines: Pick<PlannedLine, "line" | "kind" | "email" | "role" | "before" | "group" | "problem">[];
}

export function summarizePlan(plan: readonly PlannedLine[]): PlanSummary {
  const byKind = IMPORT_KINDS.map((kind) => [kind, plan.filter((line) => line.kind === kind)] as const);
  const count = (kind: ImportKind) => byKind.find(([one]) => one === kind)?.[1].length ?? 0;
  return {
    counts: {
      ...{ error: count("error"), invite: count("invite"), invited: count("invited") },
      ...{ change: count("change"), same: count("same") },
    },
    lines: byKind.flatMap(([, lines]) =>
      lines.slice(0, SHOWN).map(({ line, kind, email, role, before, group, problem }) => ({
        ...{ line, kind, email, role, before, group, problem },
      })),
    ),
  };
}
