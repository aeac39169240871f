import { findRate } from "@/lib/pricing/find-rate";
import { keyOf, layerOf, type PriceListing } from "./price-listing";

/** `current`: calls are charged by it now. `overridden`: it would hold, but another one goes before it. */
export type PriceState = "current" | "overridden" | "future" | "past";

/** The state of each version at a moment, by its id. What is set for a key is compared with what is set for that key
 *  alone. */
export function priceStates(listings: readonly PriceListing[], now: Date): Map<string, PriceState> {
  const states = new Map<string, PriceState>();
  const groups = Map.groupBy(listings, (listing) => `${keyOf(listing)} ${listing.credentialId ?? ""}`);
  for (const group of groups.values()) {
    const winner = winnerOf(group, now);
    for (const listing of group) states.set(listing.id, stateOf(listing, listing === winner, now));
  }
  return states;
}

function winnerOf(group: readonly PriceListing[], now: Date): PriceListing | null {
  const layers = Map.groupBy(group, layerOf);
  for (const [, layer] of [...layers].toSorted(([a], [b]) => a - b)) {
    const [first] = layer;
    if (!first) continue;
    const { vendor, model } = first.rate;
    const found = findRate(
      layer.map(({ rate }) => rate),
      vendor,
      model,
      now,
    );
    const winner = layer.find(({ rate }) => rate === found);
    if (winner) return winner;
  }
  return null;
}

function stateOf({ rate }: PriceListing, wins: boolean, now: Date): PriceState {
  if (wins) return "current";
  if (Date.parse(rate.validFrom) > now.getTime()) return "future";
  return rate.validTo !== null && Date.parse(rate.validTo) <= now.getTime() ? "past" : "overridden";
}
