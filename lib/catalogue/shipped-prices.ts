import { z } from "zod";
import { findRate, type ModelAliases } from "@/lib/pricing/find-rate";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";
import prices from "./data/prices.json";

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const PriceFile = z.object({
  prices: z.array(
    z.strictObject({
      vendor: z.string(),
      model: z.string(),
      currency: z.string().length(3),
      input: decimal,
      output: decimal,
      cacheRead: decimal.optional(),
      cacheWrite: decimal.optional(),
      reasoning: decimal.optional(),
      from: z.iso.date(),
      to: z.iso.date().optional(),
      source: z.string(),
      demo: z.boolean().optional(),
    }),
  ),
  aliases: z.record(z.string(), z.string()),
});

const file = PriceFile.parse(prices);

/** Every dated price that ships. */
export const SHIPPED_RATES: readonly Rate[] = file.prices.map((row) =>
  makeRate({
    vendor: row.vendor,
    model: row.model,
    currency: row.currency,
    perMillion: {
      input: row.input,
      output: row.output,
      ...(row.cacheRead === undefined ? {} : { cacheRead: row.cacheRead }),
      ...(row.cacheWrite === undefined ? {} : { cacheWrite: row.cacheWrite }),
      ...(row.reasoning === undefined ? {} : { reasoning: row.reasoning }),
    },
    validFrom: row.from,
    validTo: row.to ?? null,
    version: `${row.source}, ${row.from}`,
    demo: row.demo ?? false,
  }),
);

/** `vendor/name` as listed or dated by the vendor, to the model that the price list has it under. */
export const MODEL_ALIASES: ModelAliases = file.aliases;

/** The shipped price of a model on the UTC day of `at`, or null: unpriced. */
export function shippedRate(vendor: string, model: string, at: Date): Rate | null {
  return findRate(SHIPPED_RATES, vendor, model, at, MODEL_ALIASES);
}
