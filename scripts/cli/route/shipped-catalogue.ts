import { defaultModels } from "@/lib/catalogue/default-models";
import { describeModel } from "@/lib/catalogue/describe-model";
import { shippedRate } from "@/lib/catalogue/shipped-prices";
import { shippedEntry } from "@/lib/catalogue/snapshot";
import { sameModel } from "@/lib/completion/same-model";
import type { RouterCandidate, RouterCatalogue } from "@/lib/router/candidate";
import { MODES } from "@/lib/router/choice";

/** What a team would be routed by that had connected every vendor of Wye's defaults. */
export function shippedCatalogue(now: Date): RouterCatalogue {
  const names = new Set(MODES.flatMap(defaultModels));
  return {
    candidates: [...names].map((name) => toCandidate(name, now)),
    unlisted: [],
    preferences: { knowledge: defaultModels("knowledge"), reasoning: defaultModels("reasoning") },
  };
}

function toCandidate(name: string, now: Date): RouterCandidate {
  const slash = name.indexOf("/");
  const [vendor, model] = [name.slice(0, slash), name.slice(slash + 1)];
  const described = describeModel(vendor, model);
  return {
    provider: vendor,
    model,
    vendor,
    modes: described.modes,
    abilities: described,
    contextLength: described.contextLength,
    takesImages: shippedEntry(vendor, model)?.inputs?.includes("image") ?? false,
    sameAs: sameModel(model),
    // Of a vendor that nobody connected there is no address to tell by; the default policy does not ask.
    residency: "elsewhere",
    rate: shippedRate(vendor, model, now),
    demo: false,
  };
}
