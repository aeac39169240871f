/** What is wrong with a draft, by the place of it: the name of a field, or `rules.<id>.<field>`. */
export type DraftProblem =
  | "amount"
  | "nothing-allowed"
  | "pattern-long"
  | "too-many"
  | "tokens"
  | "no-condition"
  | "no-consequence"
  | "invalid";

export type DraftProblems = ReadonlyMap<string, DraftProblem>;
