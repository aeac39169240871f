import { z } from "zod";
import { DEMO_CURRENCY } from "@/lib/money/pico";

export const CurrencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "a currency's code such as EUR")
  .refine((code) => code !== DEMO_CURRENCY, "a real currency");

/** As many digits as are kept: nothing is rounded. */
const RateValue = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, "a number such as 7.2451, with at most 12 digits after the point")
  .refine((text) => /[1-9]/.test(text), "above zero");

export const RateInput = z
  .object({
    base: CurrencyCode,
    quote: CurrencyCode,
    day: z.iso.date("a day such as 2026-01-31"),
    /** What one unit of `base` is worth in `quote`. */
    rate: RateValue,
  })
  .refine(({ base, quote }) => base !== quote, { path: ["quote"], error: "another currency than the base" });
export type RateInput = z.input<typeof RateInput>;

/** As a file has it, not yet checked. */
export interface FileRate extends RateInput {
  /** From 1 on; null where the file is not made of lines. */
  line: number | null;
}
