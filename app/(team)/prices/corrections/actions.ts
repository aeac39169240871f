"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import {
  previewRecalculation as previewUseCase,
  recalculate as recalculateUseCase,
} from "@/lib/prices/recalculate";
import { RecalculationInput, RecalculationRange } from "@/lib/prices/recalculation-input";
import { Day } from "../day";

const Range = z.object({ ...RecalculationRange.shape, from: Day, to: Day.optional() });

const Correction = Range.extend({ reason: z.string(), expected: RecalculationInput.shape.expected });

export const previewRecalculation = action({ input: Range }, (context, range) =>
  previewUseCase(context, range),
);

export const recalculate = action({ input: Correction }, async (context, input) => {
  const done = await recalculateUseCase(context, input);
  refresh();
  return done;
});
