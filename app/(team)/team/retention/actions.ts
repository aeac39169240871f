"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { HoldInput } from "@/lib/policy/hold";
import { liftHold as liftHoldUseCase } from "@/lib/policy/lift-hold";
import { previewRetention as previewRetentionUseCase } from "@/lib/policy/preview-retention";
import { RetentionDays } from "@/lib/policy/retention";
import { setHold as setHoldUseCase } from "@/lib/policy/set-hold";
import { setRetention as setRetentionUseCase } from "@/lib/policy/set-retention";

export const previewRetention = action(
  { input: z.strictObject({ days: RetentionDays.unwrap() }) },
  (context, { days }) => previewRetentionUseCase(context, days),
);

export const setRetention = action(
  { input: z.strictObject({ days: RetentionDays }) },
  async (context, { days }) => {
    await setRetentionUseCase(context, days);
    refresh();
  },
);

export const setHold = action({ input: HoldInput }, async (context, input) => {
  const id = await setHoldUseCase(context, input);
  refresh();
  return id;
});

export const liftHold = action(
  { input: z.strictObject({ holdId: z.uuid() }) },
  async (context, { holdId }) => {
    await liftHoldUseCase(context, holdId);
    refresh();
  },
);
