import { z } from "zod";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { listUsage } from "@/lib/usage/list-usage";
import type { UsageRow } from "@/lib/usage/usage-row";

const MOST = 1000;

export const UsageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
  since: z.iso
    .datetime({ offset: true })
    .or(z.iso.date())
    .transform((text) => new Date(text))
    .optional(),
  /** The `next` of the page before. */
  after: z.uuid().optional(),
  /** The id of a key: its calls alone. */
  key: z.uuid().optional(),
});

export interface UsageList {
  object: "list";
  data: UsageRow[];
  /** Where the next page begins; null: this is the last. */
  next: string | null;
}

/** Calls, newest first: of the team for who may read them all, else the owner's own. */
export async function listApiUsage(
  context: Context,
  { limit, since, after, key }: z.output<typeof UsageQuery>,
): Promise<UsageList> {
  requirePermission(context.actor, "usage:read-own");
  const rows = await listUsage(context, {
    ...{ teamId: context.actor.teamId, limit: limit + 1 },
    ...(since && { since }),
    ...(key !== undefined && { keyId: key }),
    ...(after !== undefined && { beforeId: after }),
  });
  const data = rows.slice(0, limit);
  return { object: "list", data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}
