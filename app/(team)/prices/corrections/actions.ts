"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { correctParts as correctPartsUseCase } from "@/lib/prices/correct-parts";
import { lookThrough as lookThroughUseCase } from "@/lib/prices/look-through";
import { CorrectPartsInput, RecalculationRange } from "@/lib/prices/recalculation-input";
import { Day } from "../day";

const Range = z.object({ ...RecalculationRange.shape, from: Day, to: Day.optional() });

const Step = Range.extend({ afterId: z.uuid().nullable() });
const Parts = Range.extend({ reason: z.string(), parts: CorrectPartsInput.shape.parts });

export const lookThrough = action({ whileEnding: true, input: Step }, (context, { afterId, ...range }) =>
  lookThroughUseCase(context, range, afterId),
);

export const correctParts = action({ input: Parts }, (context, input) => correctPartsUseCase(context, input));
