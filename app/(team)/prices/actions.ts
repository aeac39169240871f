"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { findPrices, PriceQuery } from "@/lib/prices/find-prices";
import { previewPrice as previewPriceUseCase } from "@/lib/prices/preview-price";
import { PriceInput } from "@/lib/prices/price-input";
import { setPrice as setPriceUseCase } from "@/lib/prices/set-price";
import {
  restorePrice as restorePriceUseCase,
  withdrawPrice as withdrawPriceUseCase,
} from "@/lib/prices/withdraw-price";
import { vendorNames } from "@/lib/providers/vendor-option";
import { Day } from "./day";

const PriceForm = z.object({
  ...PriceInput.shape,
  validFrom: Day.optional(),
  validTo: Day.nullable().optional(),
});
const PriceRef = z.object({ scope: z.enum(["team", "instance"]), priceId: z.uuid() });

export const loadPrices = action({ whileEnding: true, input: PriceQuery }, async (context, query) =>
  findPrices(context, query, vendorNames(await getLocale())),
);

export const previewPrice = action({ whileEnding: true, input: PriceForm }, (context, input) =>
  previewPriceUseCase(context, input),
);

export const setPrice = action({ input: PriceForm }, async (context, input) => {
  const { id } = await setPriceUseCase(context, input);
  refresh();
  return { id };
});

export const withdrawPrice = action({ input: PriceRef }, async (context, ref) => {
  await withdrawPriceUseCase(context, ref);
  refresh();
});

export const restorePrice = action({ input: PriceRef }, async (context, ref) => {
  await restorePriceUseCase(context, ref);
  refresh();
});
