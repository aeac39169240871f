import { listUnpricedModels } from "@/db/queries/corrections";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";

const MOST = 50;

export interface UnpricedCalls {
  vendor: string;
  model: string;
  calls: number;
  /** The day of the first, `YYYY-MM-DD`, UTC. */
  since: string;
  /** Whether the book has a price for the model by now, so that the calls can be corrected. */
  pricedNow: boolean;
}

/** Calls of the team that have no price, by model. @throws AppError `forbidden` */
export async function listUnpriced({ db, actor }: Context): Promise<UnpricedCalls[]> {
  requirePermission(actor, "price:read");
  const [models, book] = await Promise.all([
    listUnpricedModels(db, actor.teamId, MOST),
    readBook(db, actor.teamId),
  ]);
  return models.map(({ vendor, model, calls, since }) => ({
    ...{ vendor, model, calls, since: since.toISOString().slice(0, 10) },
    pricedNow: book.rate(vendor, model, since) !== null,
  }));
}
