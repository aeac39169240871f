import { listKindsOfUnpricedCalls, listUnpricedModels } from "@/db/queries/corrections";
import type { LedgerRow } from "@/db/queries/ledgers";
import { type Book, readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { costAt } from "./call-cost";

const MOST_MODELS = 50;
/** Each stands for all of its day that are like it; of more than these the latest are looked at. */
const MOST_KINDS = 5000;

export interface UnpricedCalls {
  vendor: string;
  model: string;
  calls: number;
  /** The day of the first, `YYYY-MM-DD`, UTC. */
  since: string;
  /** The first day with calls that the book has a price for by now, so that these can be corrected; null: none. */
  pricedSince: string | null;
  /** The first day with calls that it has none for; null: none. */
  unpricedSince: string | null;
}

/** Calls of the team that have no price, by model, and whether the book has one by now for their days and for what they
 *  used.
 *  @throws AppError `forbidden` */
export async function listUnpriced({ db, actor }: Context): Promise<UnpricedCalls[]> {
  requirePermission(actor, "price:read");
  const [models, kinds, book] = await Promise.all([
    listUnpricedModels(db, actor.teamId, MOST_MODELS),
    listKindsOfUnpricedCalls(db, actor.teamId, MOST_KINDS),
    readBook(db, actor.teamId),
  ]);
  const byModel = Map.groupBy(kinds, nameOf);
  return models.map(({ since, ...model }) => {
    const known = Map.groupBy(byModel.get(nameOf(model)) ?? [], (call) => hasPrice(book, call));
    const unpricedSince = firstDay(known.get(false));
    const pricedSince = firstDay(known.get(true));
    const day = dayOf(since);
    return { ...model, since: day, pricedSince, unpricedSince: unpricedSince ?? (pricedSince ? null : day) };
  });
}

const nameOf = ({ vendor, model }: { vendor: string; model: string }) => `${vendor}/${model}`;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

function hasPrice(book: Book, call: LedgerRow): boolean {
  const rate = book.rate(call.vendor, call.model, call.at, call.credentialId);
  return costAt({ ...call, corrections: [] }, rate) !== null;
}

function firstDay(calls: readonly LedgerRow[] = []): string | null {
  return calls
    .map(({ at }) => dayOf(at))
    .reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}
