import { DEMO_CURRENCY } from "@/lib/money/pico";
import type { PriceTerms } from "@/lib/prices/price-input";
import { BUCKETS, type Bucket } from "@/lib/pricing/buckets";
import { isZone } from "@/lib/pricing/is-zone";
import { toPerMillion, toUnitPrice } from "./unit-price";

/** Prices as they are typed; what is empty is not stated. */
export type DraftPrices = Readonly<Partial<Record<Bucket, string>>>;

export interface DraftTier {
  key: string;
  above: string;
  prices: DraftPrices;
}

type Tariff = NonNullable<PriceTerms["tariffs"]>[number];

export interface DraftTariff {
  key: string;
  serviceTier: string;
  /** `00:30-08:30, 22:00-06:00`; empty: at any hour. */
  windows: string;
  zone: string;
  by: "start" | "end";
  prices: DraftPrices;
  /** What the form does not show of it, and keeps. */
  rest: Partial<Tariff>;
}

/** A price as the form holds it. */
export interface PriceDraft {
  currency: string;
  prices: DraftPrices;
  tiersBy: "whole" | "excess";
  tiers: readonly DraftTier[];
  tariffs: readonly DraftTariff[];
  minimum: string;
}

export type Problem =
  | ("number" | "tooFine" | "needed" | "count" | "ascending" | "hours" | "zone" | "tariff" | "currency")
  // Of what stands beside the price itself.
  | ("model" | "order" | "key");
/** By where it is: `prices.input`, `tiers.KEY.above`, `tariffs.KEY.windows`. */
export type Problems = ReadonlyMap<string, Problem>;

export const EMPTY_DRAFT: PriceDraft = {
  currency: "USD",
  prices: {},
  tiersBy: "whole",
  tiers: [],
  tariffs: [],
  minimum: "",
};

export const newTier = (): DraftTier => ({ key: crypto.randomUUID(), above: "", prices: {} });
export const newTariff = (): DraftTariff => ({
  ...{
    key: crypto.randomUUID(),
    serviceTier: "",
    windows: "",
    zone: "UTC",
    by: "start",
    prices: {},
    rest: {},
  },
});

export function toDraft(terms: PriceTerms): PriceDraft {
  return {
    currency: terms.currency,
    prices: toDraftPrices(terms.perMillion),
    tiersBy: terms.tiersBy ?? "whole",
    tiers: (terms.tiers ?? []).map(({ above, perMillion }, index) => ({
      ...{ key: `tier-${index}`, above: String(above), prices: toDraftPrices(perMillion) },
    })),
    tariffs: (terms.tariffs ?? []).map((tariff, index) => ({
      key: `tariff-${index}`,
      serviceTier: tariff.serviceTier ?? "",
      windows: tariff.hours?.windows.map((window) => window.join("-")).join(", ") ?? "",
      zone: tariff.hours?.zone ?? "UTC",
      by: tariff.hours?.by ?? "start",
      prices: toDraftPrices(tariff.perMillion),
      rest: tariff,
    })),
    minimum: terms.minimum ?? "",
  };
}

function toDraftPrices(perMillion: Partial<Record<Bucket, string | undefined>>): DraftPrices {
  return Object.fromEntries(
    BUCKETS.flatMap((bucket) => {
      const price = perMillion[bucket];
      return price === undefined ? [] : [[bucket, toUnitPrice(bucket, price)]];
    }),
  );
}

/** As finely as prices are kept, per million. */
const FINE = /^\d{1,12}(\.\d{1,6})?$/;
const NUMBER = /^\d{1,9}(\.\d{1,12})?$/;
const WINDOW = /^((?:[01]\d|2[0-3]):[0-5]\d)\s*[-–]\s*((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** What the draft states, or what is wrong with it and where. */
export function fromDraft(draft: PriceDraft): { terms: PriceTerms } | { problems: Problems } {
  const problems = new Map<string, Problem>();
  const currency = draft.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency) || currency === DEMO_CURRENCY) problems.set("currency", "currency");
  const minimum = draft.minimum.trim();
  if (minimum !== "" && !NUMBER.test(minimum)) problems.set("minimum", "number");
  const perMillion = readPrices(draft.prices, "prices", problems);
  let least = 0;
  const tiers = draft.tiers.map(({ key, above, prices }) => {
    const bound = /^\d{1,12}$/.test(above.trim()) ? Number(above) : 0;
    if (bound === 0) problems.set(`tiers.${key}.above`, "count");
    else if (bound <= least) problems.set(`tiers.${key}.above`, "ascending");
    least = bound;
    return { above: bound, perMillion: readPrices(prices, `tiers.${key}.prices`, problems) };
  });
  const tariffs = draft.tariffs.map((tariff) => readTariff(tariff, problems));
  if (problems.size > 0) return { problems };
  return {
    terms: {
      currency,
      perMillion,
      ...(tiers.length > 0 && { tiers, tiersBy: draft.tiersBy }),
      ...(tariffs.length > 0 && { tariffs }),
      ...(minimum !== "" && { minimum }),
    },
  };
}

function readPrices(prices: DraftPrices, path: string, problems: Map<string, Problem>) {
  const stated: Partial<Record<Bucket, string>> = {};
  for (const bucket of BUCKETS) {
    const text = prices[bucket]?.trim() ?? "";
    if (text === "") {
      if (bucket === "input" || bucket === "output") problems.set(`${path}.${bucket}`, "needed");
      continue;
    }
    const perMillion = NUMBER.test(text) ? toPerMillion(bucket, text) : null;
    if (perMillion === null || !/^\d{1,12}(\.|$)/.test(perMillion))
      problems.set(`${path}.${bucket}`, "number");
    else if (!FINE.test(perMillion)) problems.set(`${path}.${bucket}`, "tooFine");
    else stated[bucket] = perMillion;
  }
  return stated;
}

function readTariff(tariff: DraftTariff, problems: Map<string, Problem>): Tariff {
  const { key, zone, by, prices, rest } = tariff;
  const serviceTier = tariff.serviceTier.trim().toLowerCase();
  const parts = tariff.windows.split(/[,，、]/).filter((part) => part.trim() !== "");
  const windows = parts.flatMap((part): [string, string][] => {
    const [, from, to] = WINDOW.exec(part.trim()) ?? [];
    return from !== undefined && to !== undefined ? [[from, to]] : [];
  });
  if (windows.length < parts.length) problems.set(`tariffs.${key}.windows`, "hours");
  if (serviceTier === "" && parts.length === 0) problems.set(`tariffs.${key}.serviceTier`, "tariff");
  if (windows.length > 0 && !isZone(zone.trim())) problems.set(`tariffs.${key}.zone`, "zone");
  const perMillion = readPrices(prices, `tariffs.${key}.prices`, problems);
  return {
    ...rest,
    perMillion,
    serviceTier: serviceTier === "" ? null : serviceTier,
    hours: windows.length > 0 ? { ...rest.hours, zone: zone.trim(), windows, by } : null,
  };
}
