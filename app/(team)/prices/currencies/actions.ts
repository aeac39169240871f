"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { importRates as importRatesUseCase, RATE_FORMATS } from "@/lib/exchange/import-rates";
import { RateInput } from "@/lib/exchange/rate-input";
import { removeRate as removeRateUseCase } from "@/lib/exchange/remove-rate";
import { setRate as setRateUseCase } from "@/lib/exchange/set-rate";
import { action } from "@/lib/http/action";
import { setReportingCurrency as setReportingCurrencyUseCase } from "@/lib/teams/set-reporting-currency";

/** What fits into an action's request. */
const MOST_CHARACTERS = 950_000;
const RateRef = z.object({ base: z.string(), quote: z.string(), day: z.iso.date() });
const RateFile = z.object({
  text: z.string().max(MOST_CHARACTERS),
  format: z.enum(RATE_FORMATS),
  name: z.string().max(200),
});

export const setReportingCurrency = action(
  { input: z.object({ currency: z.string().nullable() }) },
  async (context, { currency }) => {
    await setReportingCurrencyUseCase(context, currency);
    refresh();
  },
);

export const setRate = action({ input: RateInput }, async (context, input) => {
  const rate = await setRateUseCase(context, input);
  refresh();
  return rate;
});

export const removeRate = action({ input: RateRef }, async (context, ref) => {
  const removed = await removeRateUseCase(context, ref);
  refresh();
  return removed;
});

export const importRates = action({ input: RateFile }, async (context, { text, format, name }) => {
  const imported = await importRatesUseCase(context, {
    text,
    format,
    source: format === "ecb" ? "ecb" : name,
  });
  refresh();
  return imported;
});
