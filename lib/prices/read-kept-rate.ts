import type { PriceRow } from "@/db/queries/prices";
import { log } from "@/lib/log";
import type { Rate } from "@/lib/pricing/rate";
import { fromRateSnapshot } from "@/lib/pricing/rate-snapshot";

/** The rate of a row, or null for one that cannot be read: its model is unpriced then, and every other keeps its
 *  price. */
export function readKeptRate({ id, vendor, model, rate }: PriceRow): Rate | null {
  try {
    return fromRateSnapshot(rate);
  } catch (error) {
    log().error({ err: error, price: id, vendor, model }, "a price that was set cannot be read");
    return null;
  }
}
