import type { RouterCandidate } from "../candidate";
import type { FORBIDDEN } from "../decision";
import { nameOf } from "../model-name";
import { matchName } from "./match-name";
import type { RoutingPolicy } from "./policy";

export type Forbidden = (typeof FORBIDDEN)[number];

type Judged = Pick<RouterCandidate, "provider" | "model" | "vendor" | "residency">;

/** Why a policy keeps a model from answering at all; null: it does not. A pattern speaks of the provider by the name it
 *  was connected under, and by its vendor's. */
export function forbidden(
  policy: Pick<RoutingPolicy, "allowed" | "blocked" | "residency" | "permit">,
  candidate: Judged,
): Forbidden | null {
  const names = [nameOf(candidate), nameOf({ provider: candidate.vendor, model: candidate.model })];
  const isAmong = (patterns: readonly string[]) =>
    patterns.some((pattern) => names.some((name) => matchName(pattern, name)));
  if (isAmong(policy.blocked)) return "blocked";
  if (policy.allowed !== null && !isAmong(policy.allowed)) return "not-allowed";
  const { permit } = policy;
  if (permit && (isAmong(permit.deny) || (permit.allow !== null && !isAmong(permit.allow))))
    return "not-permitted";
  return staysWithin(policy.residency, candidate.residency) ? null : "residency";
}

/** What runs on the instance's own machines leaves no country. */
function staysWithin(wanted: RoutingPolicy["residency"], where: RouterCandidate["residency"]): boolean {
  return wanted === "anywhere" || where === "local" || where === wanted;
}
