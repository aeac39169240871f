"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { usagePage } from "@/lib/usage/usage-page";

const Page = z.object({ beforeId: z.uuid(), since: z.iso.datetime().nullable() });

export const loadUsage = action({ whileEnding: true, input: Page }, (context, { beforeId, since }) =>
  usagePage(context, { beforeId, since: since === null ? undefined : new Date(since) }),
);
