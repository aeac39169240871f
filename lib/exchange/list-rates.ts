import { listNewestExchangeRates } from "@/db/queries/exchange-rates";
import type { Context } from "@/lib/context";
import type { DatedRate } from "@/lib/money/rate-book";
import { requirePermission } from "@/lib/permissions/require-permission";

/** The newest exchange rates. @throws AppError `forbidden` */
export async function listRates({ db, actor }: Context, limit: number): Promise<DatedRate[]> {
  requirePermission(actor, "price:read");
  return listNewestExchangeRates(db, limit);
}
