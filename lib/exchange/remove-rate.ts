import { deleteExchangeRate } from "@/db/queries/exchange-rates";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { DatedRate } from "@/lib/money/rate-book";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Forgets a pair's rate of a day. @returns what it was. @throws AppError `forbidden`, `not_found` */
export async function removeRate(
  context: Context,
  which: Pick<DatedRate, "base" | "quote" | "day">,
): Promise<DatedRate> {
  requireInstancePermission(context.actor, "instance:price");
  return transact(context, async (inner) => {
    const removed = await deleteExchangeRate(inner.db, which);
    if (!removed) throw new AppError("not_found");
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "exchange_rate.removed",
      before: removed,
    });
    return removed;
  });
}
