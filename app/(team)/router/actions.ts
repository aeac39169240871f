"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { getRouting } from "@/lib/routing/get-routing";
import { RoutingChange, TeamRouting } from "@/lib/routing/routing-input";
import { saveRouting as saveRoutingUseCase } from "@/lib/routing/save-routing";
import { tryRouting as tryRoutingUseCase } from "@/lib/routing/try-routing";

export const saveRouting = action({ input: RoutingChange }, async (context, change) => {
  const saved = await saveRoutingUseCase(context, change);
  refresh();
  return saved;
});

export const tryRouting = action(
  { whileEnding: true, input: z.strictObject({ wanted: TeamRouting, beforeId: z.uuid().nullable() }) },
  (context, input) => tryRoutingUseCase(context, input),
);

/** What stands now, after somebody else changed it. */
export const loadRouting = action({ whileEnding: true, input: z.strictObject({}) }, (context) =>
  getRouting(context),
);
