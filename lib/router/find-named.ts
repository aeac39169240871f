import { AppError } from "@/lib/errors";
import type { RouterCandidate, RouterCatalogue } from "./candidate";
import type { ModelAbilities } from "./model-abilities";
import type { Entry, Plan } from "./plan";
import { forbidden } from "./policy/forbidden";
import type { RoutingPolicy } from "./policy/policy";

const UNKNOWN: ModelAbilities = {
  reasoning: "none",
  thinksUnasked: false,
  temperature: "always",
  maxTemperature: 2,
  efforts: [],
  outputLimit: null,
};

/** The model of this `provider/model` name, in any case; where a provider keeps no list, whatever is named may be there.
 *  @throws AppError `unknown_model` for one that is not connected, `model_blocked`, `model_residency` and
 *  `model_not_permitted` for one that the policy keeps from answering. */
export function findNamed(
  name: string,
  { plan, catalogue, policy }: { plan: Plan; catalogue: RouterCatalogue; policy: RoutingPolicy },
): Entry {
  const entry = plan.byName.get(name.toLowerCase()) ?? unlistedEntry(name, catalogue, policy);
  if (entry === null) throw new AppError("unknown_model", { model: name });
  if (entry.forbidden === "residency") throw new AppError("model_residency", { model: entry.name });
  if (entry.forbidden === "not-permitted") throw new AppError("model_not_permitted", { model: entry.name });
  if (entry.forbidden !== null) throw new AppError("model_blocked", { model: entry.name });
  return entry;
}

function unlistedEntry(name: string, catalogue: RouterCatalogue, policy: RoutingPolicy): Entry | null {
  const provider = catalogue.unlisted.find((one) => name.startsWith(`${one}/`));
  const model = provider === undefined ? "" : name.slice(provider.length + 1);
  if (provider === undefined || model === "") return null;
  // What is known of the provider, its other models tell.
  const sibling = catalogue.candidates.find((candidate) => candidate.provider === provider);
  const candidate: RouterCandidate = {
    provider,
    model,
    vendor: sibling?.vendor ?? provider,
    modes: [],
    abilities: UNKNOWN,
    contextLength: null,
    takesImages: true,
    sameAs: name,
    residency: sibling?.residency ?? "elsewhere",
    rate: null,
    demo: false,
  };
  return { candidate, name, forbidden: forbidden(policy, candidate) };
}
