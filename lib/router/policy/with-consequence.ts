import type { Rule } from "./policy";

/** A rule that says something else to do. */
export function withConsequence(rule: Rule, consequence: Rule["then"]): Rule {
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  return { ...rule, then: consequence };
}
