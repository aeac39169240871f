import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import type { ListPriceFile } from "./list-price";

/** The prices of a list as rates that say where they come from. */
export function toListRates(file: Pick<ListPriceFile, "source" | "prices">): Rate[] {
  return file.prices.map(({ from, to, source = file.source, ...stated }) =>
    makeRate({ ...stated, validFrom: from, validTo: to ?? null, version: `${source}, ${from}` }),
  );
}
