import { upsertExchangeRates } from "@/db/queries/exchange-rates";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import type { DatedRate } from "@/lib/money/rate-book";
import { parse } from "@/lib/parse";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { RateInput } from "./rate-input";

/** States what one unit of a currency was worth in another on a day, for the whole instance; instead of what was known
 *  of that day.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setRate(context: Context, input: RateInput): Promise<DatedRate> {
  requireInstancePermission(context.actor, "instance:price");
  const rate = { ...parse(RateInput, input), source: "entered" };
  await transact(context, async (inner) => {
    await upsertExchangeRates(inner.db, [rate]);
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "exchange_rate.set", after: rate });
  });
  return rate;
}
