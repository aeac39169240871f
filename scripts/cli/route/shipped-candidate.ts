import { describeModel } from "@/lib/catalogue/describe-model";
import { shippedRate } from "@/lib/catalogue/shipped-prices";
import { shippedEntry } from "@/lib/catalogue/snapshot";
import { sameModel } from "@/lib/completion/same-model";
import type { RouterCandidate } from "@/lib/router/candidate";

/** A model of the shipped catalogue, as if it were connected. */
export function shippedCandidate(vendor: string, model: string, now: Date): RouterCandidate {
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
