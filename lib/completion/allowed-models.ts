import type { RouterCandidate } from "@/lib/router/candidate";
import { planOf } from "@/lib/router/plan";
import type { Offers } from "./offers";
import { routerCatalogue } from "./router-catalogue";

/** Every model that a team can ask and that its policy allows. */
export function allowedModels(offers: Offers, now: Date): RouterCandidate[] {
  return [...planOf(routerCatalogue(offers, now), offers.policy).byName.values()]
    .filter(({ forbidden }) => forbidden === null)
    .map(({ candidate }) => candidate);
}
