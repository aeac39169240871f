"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import {
  applyRecalibration as applyRecalibrationUseCase,
  previewRecalibration as previewRecalibrationUseCase,
} from "@/lib/routing/recalibrate-threshold";

export const previewRecalibration = action({ input: z.strictObject({}) }, (context) =>
  previewRecalibrationUseCase(context),
);

export const applyRecalibration = action(
  { input: z.strictObject({ version: z.string().max(100), to: z.number().nullable() }) },
  async (context, seen) => {
    const result = await applyRecalibrationUseCase(context, seen);
    refresh();
    return result;
  },
);
