import { z } from "zod";
import { COST_STATUSES } from "@/lib/completion/types";
import type { UsageRow } from "@/lib/usage/usage-row";

const count = z.int().min(0);

const Row = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  team: z.string(),
  user: z.string(),
  key: z.uuid().nullable(),
  vendor: z.string(),
  model: z.string(),
  mode: z.string().nullable(),
  purpose: z.string(),
  outcome: z.string(),
  status: z.enum(COST_STATUSES),
  usage: z
    .object({ input: count, cacheRead: count, cacheWrite: count, output: count, reasoning: count })
    .catchall(count),
  cost: z.string().nullable(),
  currency: z.string().nullable(),
  ttftMs: z.number().nullable(),
  durationMs: z.number(),
  corrects: z.uuid().nullable(),
  reason: z.string().nullable(),
  corrected: z.array(z.object({ cost: z.string(), currency: z.string() })).nullable(),
} satisfies Record<keyof UsageRow, z.ZodType>);

/** What `GET /usage` answers: the compiler sees to it that no field of a row is missing. */
export const UsageReply = z.object({
  object: z.literal("list"),
  data: z.array(Row),
  next: z.uuid().nullable(),
});
