"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import {
  previewRecalculation as previewUseCase,
  recalculate as recalculateUseCase,
} from "@/lib/prices/recalculate";
import { RecalculationRange } from "@/lib/prices/recalculation-input";
import { Day } from "../day";

const Range = z.object({ ...RecalculationRange.shape, from: Day, to: Day.optional() });

export const previewRecalculation = action({ input: Range }, (context, range) =>
  previewUseCase(context, range),
);

export const recalculate = action({ input: Range.extend({ reason: z.string() }) }, async (context, input) => {
  const done = await recalculateUseCase(context, input);
  refresh();
  return done;
});
