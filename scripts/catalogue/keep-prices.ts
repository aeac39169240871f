import { isDeepStrictEqual } from "node:util";
import type { ListPrice, ListPriceFile } from "@/lib/catalogue/list-price";

/** The new list with what the one before it says of the time before: until the new list's day a model costs what it
 *  cost, and its day moves only when its price does. Models that the sources no longer have keep their price, unless
 *  they are listed under another name now. Names under which a model was listed stay its names.
 *  @throws RangeError for a new list that is older than the one before */
export function keepPrices(before: ListPriceFile, now: ListPriceFile): ListPriceFile {
  if (now.date < before.date)
    throw new RangeError(`a list of ${now.date} cannot follow one of ${before.date}`);
  const earlier = before.prices.map((row) => ({ ...row, source: row.source ?? before.source }));
  const [old, fresh] = [Map.groupBy(earlier, nameOf), Map.groupBy(now.prices, nameOf)];
  const prices = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const isGone = !fresh.has(name) && now.aliases[name] === undefined;
    return isGone ? (old.get(name) ?? []) : joined(old.get(name) ?? [], fresh.get(name) ?? [], now.date);
  });
  const aliases = Object.entries({ ...before.aliases, ...now.aliases });
  return {
    ...now,
    prices: prices.map((row) => withoutSource(row, now.source)),
    aliases: Object.fromEntries(aliases.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const nameOf = ({ vendor, model }: ListPrice) => `${vendor}/${model}`;

/** One model's versions: the old until the day, the new from then on. */
function joined(old: readonly ListPrice[], fresh: readonly ListPrice[], day: string): ListPrice[] {
  const past = old.filter(({ from }) => from < day);
  if (past.length === 0) return [...fresh];
  const last = past.reduce((one, other) => (other.from > one.from ? other : one));
  const isOpen = last.to === undefined || last.to >= day;
  const next = fresh
    .filter(({ to }) => to === undefined || to > day)
    .map((row) => (row.from < day ? { ...row, from: day } : row));
  const same = isOpen ? next.find((row) => row.from === day && chargesAlike(row, last)) : undefined;
  const kept = past.filter((row) => row !== last);
  if (same) return [...kept, { ...same, from: last.from }, ...next.filter((row) => row !== same)];
  return [...kept, isOpen ? { ...last, to: day } : last, ...next];
}

function chargesAlike(one: ListPrice, other: ListPrice): boolean {
  const [a, b] = [one, other].map(({ from: _from, to: _to, source: _source, ...charged }) => charged);
  return isDeepStrictEqual(a, b);
}

/** The list's own source is not repeated in its rows. */
function withoutSource({ source, ...row }: ListPrice, ofList: string): ListPrice {
  return source === undefined || source === ofList ? row : { ...row, source };
}
