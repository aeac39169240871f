import { AppError } from "@/lib/errors";
import type { RouterCandidate, RouterCatalogue } from "@/lib/router/candidate";
import { nameOf } from "@/lib/router/model-name";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { route } from "@/lib/router/route";
import { plainRequest } from "./plain-request";

/** The model that a team would ask for everything if it cared for nothing else: who comes first in Reasoning, whatever
 *  it costs, of those that the policy lets answer. Null: there is none. */
export function bestModel(
  policy: RoutingPolicy,
  catalogue: RouterCatalogue,
  now: Date,
): RouterCandidate | null {
  const freely = { ...policy, quality: 1, ceiling: null, rules: [] };
  try {
    const best = nameOf(route(plainRequest("reasoning"), freely, catalogue, new Map(), { left: null }, now));
    return catalogue.candidates.find((candidate) => nameOf(candidate) === best) ?? null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
