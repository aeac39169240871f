import type { Mode } from "@/lib/router/choice";
import {
  ModelPattern,
  type RoutingPolicy,
  RoutingPolicy as RoutingPolicySchema,
  type Rule,
} from "@/lib/router/policy/policy";
import type { TeamRouting } from "@/lib/routing/routing-input";
import type { DraftProblem, DraftProblems } from "./draft-problem";
import { fromRuleDraft, type RuleDraft, toRuleDraft } from "./rule-draft";

/** A policy as it is typed. */
export interface RoutingDraft
  extends Pick<
    RoutingPolicy,
    "quality" | "whenUnsure" | "threshold" | "residency" | "tooLong" | "cutAnswer"
  > {
  modes: Record<Mode, string[] | null>;
  /** A pattern a line. */
  onlyAllowed: boolean;
  allowed: string;
  blocked: string;
  ceilingAmount: string;
  ceilingCurrency: string;
  rules: RuleDraft[];
}

const MOST_PATTERNS = 200;
const AMOUNT = /^\d{1,9}(\.\d{1,12})?$/;

export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

export function toDraft({ policy, modes }: TeamRouting, usualCurrency: string): RoutingDraft {
  const { quality, whenUnsure, threshold, residency, tooLong, cutAnswer } = policy;
  return {
    ...{ quality, whenUnsure, threshold, residency, tooLong, cutAnswer, modes },
    onlyAllowed: policy.allowed !== null,
    allowed: (policy.allowed ?? []).join("\n"),
    blocked: policy.blocked.join("\n"),
    ceilingAmount: policy.ceiling?.amount ?? "",
    ceilingCurrency: policy.ceiling?.currency ?? usualCurrency,
    rules: policy.rules.map(toRuleDraft),
  };
}

/** What a draft says, or what is wrong with it. */
export function fromDraft(draft: RoutingDraft): TeamRouting | { problems: DraftProblems } {
  const problems = new Map<string, DraftProblem>();
  const [allowed, blocked] = [linesOf(draft.allowed), linesOf(draft.blocked)];
  if (draft.onlyAllowed && allowed.length === 0) problems.set("allowed", "nothing-allowed");
  for (const [field, patterns] of [
    ["allowed", draft.onlyAllowed ? allowed : []],
    ["blocked", blocked],
  ] as const) {
    if (patterns.some((pattern) => !ModelPattern.safeParse(pattern).success))
      problems.set(field, "pattern-long");
    if (patterns.length > MOST_PATTERNS) problems.set(field, "too-many");
  }
  const amount = draft.ceilingAmount.trim();
  if (amount !== "" && !AMOUNT.test(amount)) problems.set("ceiling", "amount");
  const rules: Rule[] = [];
  for (const rule of draft.rules) {
    const read = fromRuleDraft(rule);
    if ("problems" in read) {
      for (const [field, problem] of read.problems) problems.set(`rules.${rule.id}.${field}`, problem);
    } else rules.push(read.rule);
  }
  if (problems.size > 0) return { problems };
  const { quality, whenUnsure, threshold, residency, tooLong, cutAnswer, modes } = draft;
  const policy = RoutingPolicySchema.safeParse({
    ...{ quality, whenUnsure, threshold, residency, tooLong, cutAnswer, blocked, rules },
    allowed: draft.onlyAllowed ? allowed : null,
    ceiling: amount === "" ? null : { amount, currency: draft.ceilingCurrency },
  });
  if (policy.success) return { policy: policy.data, modes };
  const field = policy.error.issues[0]?.path[0];
  return { problems: new Map([[String(field ?? ""), "invalid" as const]]) };
}
