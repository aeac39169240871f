import { z } from "zod";
import { DEMO_CURRENCY } from "@/lib/money/pico";
import { BUCKETS } from "@/lib/pricing/buckets";
import { isZone } from "@/lib/pricing/is-zone";

const MOST_TIERS = 20;

/** What a price list prints: plain digits, not negative. How fine it may be, `makeRate` says. */
const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, "a number such as 0.15, in whole units of the currency");
const perMillion = z
  .partialRecord(z.enum(BUCKETS), decimal)
  .refine(
    (prices) => prices.input !== undefined && prices.output !== undefined,
    "input and output are needed",
  )
  .transform((prices) => ({ ...prices, input: prices.input ?? "", output: prices.output ?? "" }));
const schedule = {
  perMillion,
  tiers: z
    .array(z.strictObject({ above: z.int().positive(), perMillion }))
    .max(MOST_TIERS)
    .optional(),
  tiersBy: z.enum(["whole", "excess"]).optional(),
};
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 08:30");
const hours = z.strictObject({
  zone: z.string().refine(isZone, "a time zone such as Asia/Shanghai"),
  windows: z
    .array(
      z
        .tuple([time, time])
        .refine(([from, to]) => from !== to, "a window that ends when it begins holds never"),
    )
    .min(1)
    .max(MOST_TIERS),
  by: z.enum(["start", "end"]),
  /** Of the week, Monday is 1; every day unless it is given. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
});
const tariff = z
  .strictObject({
    ...schedule,
    serviceTier: z.string().trim().min(1).max(64).nullable().default(null),
    hours: hours.nullable().default(null),
  })
  .refine((one) => one.serviceTier !== null || one.hours !== null, "a tariff needs a service tier or hours");

/** Everything that a price can say, as a form, a command or a file states it. */
export const PriceTerms = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "a currency's code such as USD or CNY")
    .refine((code) => code !== DEMO_CURRENCY, "a real currency"),
  ...schedule,
  tariffs: z.array(tariff).max(MOST_TIERS).optional(),
  minimum: decimal.optional(),
});
export type PriceTerms = z.input<typeof PriceTerms>;

export const PriceInput = z.object({
  scope: z.enum(["team", "instance"]),
  vendor: z.string().trim().min(1).max(64),
  model: z.string().trim().min(1).max(256),
  /** Negotiated for one key. */
  credentialId: z.uuid().nullable().optional(),
  terms: PriceTerms,
  /** From now unless it is given. */
  validFrom: z.date().optional(),
  validTo: z.date().nullable().optional(),
  note: z.string().trim().max(500).optional(),
});
export type PriceInput = z.input<typeof PriceInput>;
