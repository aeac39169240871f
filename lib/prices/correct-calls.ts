import {
  appendCorrections,
  type CallsAfter,
  type CorrectableCall,
  listCallsOfModel,
  lockLedger,
} from "@/db/queries/corrections";
import { recordAudit } from "@/lib/audit/record";
import type { Book } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { transact } from "@/lib/transact";
import { type FoundCorrections, findCorrections } from "./find-corrections";

interface Correction {
  vendor: string;
  model: string;
  from: Date;
  /** Not included; now unless it is given. */
  to?: Date | undefined;
  reason: string;
}

interface Corrected {
  calls: readonly CorrectableCall[];
  found: FoundCorrections;
}

/** Appends what is missing in the costs of a page of calls, as one transaction in which nobody else adds to the team's
 *  ledger: so two who do it at once correct nothing twice.
 *  @param accepts nothing is done where it says no
 *  @returns what was found, and done if that was accepted */
export function correctCalls(
  context: Context,
  book: Book,
  correction: Correction,
  { limit, ...page }: CallsAfter & { limit: number },
  accepts: (corrected: Corrected) => boolean = () => true,
): Promise<Corrected & { accepted: boolean }> {
  const { teamId, personId } = context.actor;
  const { reason, to = new Date(), ...range } = correction;
  return transact(context, async (inner) => {
    await lockLedger(inner.db, teamId);
    const calls = await listCallsOfModel(inner.db, { ...range, to, teamId }, page, limit);
    const found = findCorrections(book, calls);
    const accepted = accepts({ calls, found });
    if (!accepted || found.rows.length === 0) return { calls, found, accepted };
    await appendCorrections(inner.db, { teamId, personId, reason }, found.rows);
    const after = { ...correction, calls: found.corrected, rows: found.rows.length };
    await recordAudit(inner, { action: "price.recalculated", after });
    return { calls, found, accepted };
  });
}
