import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { priceCall } from "@/lib/pricing/price-call";
import type { Rate } from "@/lib/pricing/rate";
import type { Decision } from "./decision";

/** What a prompt would have cost less where its vendor holds so much of it in its cache, exactly: what going elsewhere
 *  throws away. Null where that is nothing, or not known. */
export function cacheLoss(
  rate: Rate | null,
  { promptTokens, cachedTokens }: { promptTokens: number; cachedTokens: number },
  now: Date,
): Decision["cacheLoss"] {
  const cacheRead = Math.min(promptTokens, cachedTokens);
  if (rate === null || cacheRead <= 0) return null;
  const terms = { startedAt: now, endedAt: now, serviceTier: null };
  const fresh = priceCall({ ...EMPTY_BUCKETS, input: promptTokens, requests: 1 }, rate, terms);
  const cached = priceCall(
    { ...EMPTY_BUCKETS, input: promptTokens - cacheRead, cacheRead, requests: 1 },
    rate,
    terms,
  );
  if (fresh === null || cached === null || fresh <= cached) return null;
  return { costPico: fresh - cached, currency: rate.currency };
}
