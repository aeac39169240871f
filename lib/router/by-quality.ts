import type { QuickCost } from "./price-sheet";

/** A free model counts as this share of the cheapest that has a price: cheaper, and not infinitely so. */
const FREE_SHARE = 0.1;
/** Of the only one in its currency: there is nothing to compare it with. */
const MIDDLE = 0.5;

/** Logarithms of what the answers that are paid for in a currency cost. */
interface Span {
  least: number;
  most: number;
}

/** Orders what is in order of preference by that and by cost: at 1 by preference alone, at 0 the cheapest first. Costs
 *  count by their proportion, from the cheapest (0) to the dearest (1) in their own currency; what has no price counts
 *  as the dearest. */
export function byQuality<Item>(
  items: readonly Item[],
  quality: number,
  costOf: (item: Item) => QuickCost | null,
): readonly Item[] {
  if (quality === 1 || items.length < 2) return items;
  const costs = items.map(costOf);
  const spans = spansOf(costs);
  const last = items.length - 1;
  return items
    .map((item, place) => ({
      item,
      place,
      score: quality * (place / last) + (1 - quality) * dearness(costs[place] ?? null, spans),
    }))
    .sort((a, b) => a.score - b.score || a.place - b.place)
    .map(({ item }) => item);
}

function spansOf(costs: readonly (QuickCost | null)[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const withFree = new Set<string>();
  for (const cost of costs) {
    if (cost === null) continue;
    if (cost.pico === 0) withFree.add(cost.currency);
    else widen(spans, cost.currency, Math.log(cost.pico));
  }
  for (const currency of withFree) {
    const span = spans.get(currency);
    if (span) span.least += Math.log(FREE_SHARE);
  }
  return spans;
}

function widen(spans: Map<string, Span>, currency: string, log: number): void {
  const span = spans.get(currency);
  if (!span) spans.set(currency, { least: log, most: log });
  else if (log < span.least) span.least = log;
  else if (log > span.most) span.most = log;
}

function dearness(cost: QuickCost | null, spans: ReadonlyMap<string, Span>): number {
  if (cost === null) return 1;
  if (cost.pico === 0) return 0;
  const span = spans.get(cost.currency);
  if (!span || span.least === span.most) return MIDDLE;
  return (Math.log(cost.pico) - span.least) / (span.most - span.least);
}
