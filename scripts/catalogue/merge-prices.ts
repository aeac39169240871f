import type { ListPrice } from "@/lib/catalogue/list-price";
import { makeRate } from "@/lib/pricing/make-rate";
import type { Rate } from "@/lib/pricing/rate";

export interface MergedPrices {
  prices: ListPrice[];
  /** What prices.json says otherwise, and keeps. */
  differences: string[];
}

interface Own {
  rates: readonly Rate[];
  aliases: Readonly<Record<string, string>>;
}

const DETAILED = ["input", "output", "cacheRead", "cacheWrite"] as const;

/** The rows that say something prices.json does not: of a model that it lacks, or more (tiers, hours, kinds of usage)
 *  of the very price that it has on the row's first day. Where it has another price, or a newer version, it was read
 *  from the vendor later and stands. */
export function mergePrices(rows: readonly ListPrice[], own: Own): MergedPrices {
  const prices: ListPrice[] = [];
  const differences: string[] = [];
  for (const row of rows) {
    const model = canonical(row, own);
    const versions = own.rates.filter((rate) => rate.vendor === row.vendor && rate.model === model);
    const named = { ...row, model };
    if (versions.length === 0) {
      prices.push(named);
      continue;
    }
    const holding = versions.find(
      ({ validFrom, validTo }) => validFrom < row.from && (validTo === null || validTo > row.from),
    );
    const newest =
      versions
        .map(({ validFrom }) => validFrom)
        .sort()
        .at(-1) ?? "";
    if (!holding) {
      // Before prices.json begins, or in a time for which it has no price.
      if (newest < row.from) prices.push(named);
      continue;
    }
    const theirs = makeRate({ ...named, validFrom: row.from, version: "source" });
    const other = DETAILED.filter(
      (bucket) =>
        holding.billedAs[bucket] === undefined &&
        holding.perMillionMicro[bucket] !== theirs.perMillionMicro[bucket],
    );
    const isDeepseek = holding.currency !== row.currency;
    if (other.length > 0 || isDeepseek) {
      const figures = other.map(
        (bucket) => `${bucket} ${holding.perMillionMicro[bucket]} / ${theirs.perMillionMicro[bucket]}`,
      );
      differences.push(`${row.vendor}/${model} from ${row.from}: ${figures.join(", ")}`);
    } else if (saysMore(theirs, holding)) {
      const ends = holding.validTo ?? row.to;
      prices.push({ ...named, ...(ends !== undefined && { to: ends }) });
    }
  }
  return { prices, differences };
}

function canonical({ vendor, model }: ListPrice, { rates, aliases }: Own): string {
  if (rates.some((rate) => rate.vendor === vendor && rate.model === model)) return model;
  const undatedName = model.replace(/-latest$/, "");
  const known = rates.find((rate) => rate.vendor === vendor && rate.model === undatedName);
  return aliases[`${vendor}/${model}`] ?? known?.model ?? model;
}

function saysMore(theirs: Rate, ours: Rate): boolean {
  const kinds = (rate: Rate) =>
    Object.keys(rate.perMillionMicro).filter((bucket) => !(bucket in rate.billedAs)).length;
  return (
    theirs.tiers.length > ours.tiers.length ||
    theirs.tariffs.length > ours.tariffs.length ||
    kinds(theirs) > kinds(ours)
  );
}
