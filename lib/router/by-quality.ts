import { leastFirst } from "./least-first";

/** 10^-12 of `currency`; beyond 2^53 not exact, and only put in order. */
export interface QuickCost {
  currency: string;
  pico: number;
}

/** A free model counts as this share of the cheapest that has a price: cheaper, and not infinitely so. */
const FREE_SHARE = 0.1;
/** Of the only one in its currency: there is nothing to compare it with. */
const MIDDLE = 0.5;

/** A score and, where two are equal, the place, in one number: a thousand of them are sorted for one question. */
const SCORES = 1e9;
const PLACES = 2 ** 20;

/** Logarithms of what the answers that are paid for in a currency cost. */
interface Span {
  least: number;
  most: number;
}

/** Orders what is in order of preference by that and by cost: at 1 by preference alone, at 0 the cheapest first. Costs
 *  count by their proportion, from the cheapest (0) to the dearest (1) in their own currency; what has no price counts
 *  as the dearest. Whoever wants the first few does not wait for the rest to be put in order. */
export function byQuality<Item>(
  items: readonly Item[],
  quality: number,
  costOf: (item: Item) => QuickCost | null,
): Iterable<Item> {
  return quality === 1 || items.length < 2 ? items : ordered(items, quality, costOf);
}

function* ordered<Item>(
  items: readonly Item[],
  quality: number,
  costOf: (item: Item) => QuickCost | null,
): Generator<Item> {
  const costs = items.map(costOf);
  const logs = costs.map((cost) => (cost === null ? 0 : Math.log(cost.pico)));
  const spans = spansOf(costs, logs);
  const last = items.length - 1;
  const ranks = costs.map((cost, place) => {
    const dear = dearness(cost, logs[place] ?? 0, spans);
    const score = quality * (place / last) + (1 - quality) * dear;
    return Math.round(score * SCORES) * PLACES + place;
  });
  for (const rank of leastFirst(ranks)) {
    const item = items[rank % PLACES];
    if (item !== undefined) yield item;
  }
}

function spansOf(costs: readonly (QuickCost | null)[], logs: readonly number[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const withFree = new Set<string>();
  costs.forEach((cost, place) => {
    if (cost === null) return;
    if (cost.pico === 0) withFree.add(cost.currency);
    else widen(spans, cost.currency, logs[place] ?? 0);
  });
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

function dearness(cost: QuickCost | null, log: number, spans: ReadonlyMap<string, Span>): number {
  if (cost === null) return 1;
  if (cost.pico === 0) return 0;
  const span = spans.get(cost.currency);
  if (!span || span.least === span.most) return MIDDLE;
  return (log - span.least) / (span.most - span.least);
}
