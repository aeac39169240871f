import { z } from "zod";
import { BUCKETS } from "@/lib/pricing/buckets";

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const PerMillion = z
  .partialRecord(z.enum(BUCKETS), decimal)
  .and(z.object({ input: decimal, output: decimal }));
const Terms = z.object({
  perMillion: PerMillion,
  tiers: z.array(z.object({ above: z.int().positive(), perMillion: PerMillion })).optional(),
});
export type ListTerms = z.infer<typeof Terms>;

/** One dated version of one model's list price, in units of its currency per million, as `makeRate` takes it. */
export const ListPrice = Terms.extend({
  vendor: z.string(),
  model: z.string(),
  currency: z.string().length(3),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  /** The list that it was kept from; without one, the file's own. */
  source: z.string().optional(),
  tariffs: z
    .array(
      Terms.extend({
        hours: z.object({
          zone: z.string(),
          windows: z.array(z.tuple([z.string(), z.string()])),
          by: z.enum(["start", "end"]),
          days: z.array(z.int().min(1).max(7)).optional(),
        }),
      }),
    )
    .optional(),
});
export type ListPrice = z.infer<typeof ListPrice>;

/** What `npm run catalogue:update` writes. */
export const ListPriceFile = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  prices: z.array(ListPrice),
  /** `vendor/name` to the model that it is listed under. */
  aliases: z.record(z.string(), z.string()),
});
export type ListPriceFile = z.infer<typeof ListPriceFile>;
