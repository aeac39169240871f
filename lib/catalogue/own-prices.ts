import { z } from "zod";
import type { ModelAliases } from "@/lib/pricing/find-rate";
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

/** The prices of prices.json, which were read from the vendors by hand. */
export const OWN_RATES: readonly Rate[] = file.prices.map((row) =>
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

export const OWN_ALIASES: ModelAliases = file.aliases;
