import { listUsableCredentials } from "@/db/queries/credentials";
import { listUsableProviders } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { keysInUse } from "@/lib/providers/keys-in-use";
import { standingProviders } from "@/lib/providers/standing-providers";
import { readBook } from "./book";
import { chargedRate } from "./charged-rate";
import { offeredIds } from "./offered-ids";

/** How many of the models that a provider offers have no price, by the provider's id; those that have none are left out.
 *  What is hidden cannot be asked, and does not count. */
export async function countUnpriced({ db, actor }: Context): Promise<ReadonlyMap<string, number>> {
  requirePermission(actor, "catalogue:read");
  const now = new Date();
  const [book, providers, credentials] = await Promise.all([
    readBook(db, actor.teamId),
    listUsableProviders(db, actor.teamId),
    listUsableCredentials(db, actor.teamId),
  ]);
  const counts = standingProviders(providers).map((row): [string, number] => {
    const keys = keysInUse(row, credentials);
    const unpriced = offeredIds(row, book).filter(
      (id) => !book.isHidden(row.vendor, id) && chargedRate(book, row.vendor, id, keys, now).rate === null,
    );
    return [row.id, unpriced.length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
