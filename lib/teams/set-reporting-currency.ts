import { updateReportingCurrency } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { CurrencyCode } from "@/lib/exchange/rate-input";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** In which currency the team's costs are shown beside the vendors' own; null: in those alone.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setReportingCurrency(context: Context, currency: string | null): Promise<void> {
  requirePermission(context.actor, "price:write");
  const reportingCurrency = parse(CurrencyCode.nullable(), currency);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await updateReportingCurrency(inner.db, teamId, reportingCurrency);
    await recordAudit(inner, {
      ...{ action: "team.reporting_currency", target: teamId, after: { reportingCurrency } },
    });
  });
}
