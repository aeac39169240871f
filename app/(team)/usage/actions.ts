"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { usagePage } from "@/lib/usage/usage-page";

export const loadUsage = action({ input: z.object({ beforeId: z.uuid() }) }, (context, { beforeId }) =>
  usagePage(context, beforeId),
);
