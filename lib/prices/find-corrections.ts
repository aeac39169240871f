import type { CorrectableCall, NewCorrection } from "@/db/queries/corrections";
import type { Book } from "@/lib/catalogue/book";
import { newId } from "@/lib/ids";
import { toRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { additions, costAt, costNow } from "./call-cost";

export interface FoundCorrections {
  calls: number;
  corrected: number;
  priced: number;
  unpriced: number;
  rows: NewCorrection[];
}

/** What has to be added to the costs of calls to make them what the book says for their moments. */
export function findCorrections(book: Book, calls: readonly CorrectableCall[]): FoundCorrections {
  const found = { calls: calls.length, corrected: 0, priced: 0, unpriced: 0, rows: [] as NewCorrection[] };
  for (const call of calls) {
    const rate = book.rate(call.vendor, call.model, call.at, call.credentialId);
    const right = costAt(call, rate);
    if (rate === null || right === null) {
      found.unpriced += 1;
      continue;
    }
    const now = costNow(call);
    const added = additions(now, right);
    if (added.length > 0) found.corrected += 1;
    if (now === null) found.priced += 1;
    for (const { currency, pico } of added) {
      // What is taken back is of the price that it was charged at.
      const snapshot = currency === rate.currency ? toRateSnapshot(rate) : call.rate;
      const fits = snapshot?.currency === currency ? snapshot : null;
      found.rows.push({ id: newId(), callId: call.id, rate: fits, costPico: pico, currency });
    }
  }
  return found;
}
