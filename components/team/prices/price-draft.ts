import { DEMO_CURRENCY } from "@/lib/money/pico";
import type { PriceTerms } from "@/lib/prices/price-input";
import { BUCKETS, type Bucket } from "@/lib/pricing/buckets";
import { isZone } from "@/lib/pricing/is-zone";
import { isWholeDay, WHOLE_DAY } from "@/lib/pricing/whole-day";
import { toPerMillion, toUnitPrice } from "./unit-price";

/** Prices as they are typed; what is empty is not stated. */
export type DraftPrices = Readonly<Partial<Record<Bucket, string>>>;

export interface DraftTier {
  key: string;
  above: string;
  prices: DraftPrices;
}

/** Prices by the length of the prompt: of all calls, or of those that a tariff is for. */
export interface DraftSchedule {
  prices: DraftPrices;
  tiersBy: "whole" | "excess";
  tiers: readonly DraftTier[];
}

type Schedule = Pick<PriceTerms, "perMillion" | "tiers" | "tiersBy">;
type Tariff = NonNullable<PriceTerms["tariffs"]>[number];

export interface DraftTariff extends DraftSchedule {
  key: string;
  serviceTier: string;
  /** `00:30-08:30, 22:00-06:00`; empty: at any hour. */
  windows: string;
  zone: string;
  by: "start" | "end";
  /** Monday is 1; empty: every day. */
  days: readonly number[];
}

/** A price as the form holds it. */
export interface PriceDraft extends DraftSchedule {
  currency: string;
  tariffs: readonly DraftTariff[];
  minimum: string;
}

export type Problem =
  | ("number" | "tooFine" | "needed" | "count" | "ascending" | "hours" | "zone" | "tariff" | "currency")
  // Of what stands beside the price itself.
  | ("model" | "order" | "key");
/** By where it is: `prices.input`, `tiers.KEY.above`, `tariffs.KEY.windows`, `tariffs.KEY.tiers.KEY.above`. */
export type Problems = ReadonlyMap<string, Problem>;

export const EMPTY_DRAFT: PriceDraft = {
  currency: "",
  prices: {},
  tiersBy: "whole",
  tiers: [],
  tariffs: [],
  minimum: "",
};

export const newTier = (): DraftTier => ({ key: crypto.randomUUID(), above: "", prices: {} });
export const newTariff = (): DraftTariff => ({
  key: crypto.randomUUID(),
  serviceTier: "",
  windows: "",
  zone: "UTC",
  by: "start",
  days: [],
  prices: {},
  tiersBy: "whole",
  tiers: [],
});

export function toDraft(terms: PriceTerms): PriceDraft {
  return {
    currency: terms.currency,
    ...toDraftSchedule(terms),
    tariffs: (terms.tariffs ?? []).map((tariff, index) => ({
      key: `tariff-${index}`,
      serviceTier: tariff.serviceTier ?? "",
      ...toDraftHours(tariff.hours ?? null),
      ...toDraftSchedule(tariff),
    })),
    minimum: terms.minimum ?? "",
  };
}

function toDraftHours(hours: Tariff["hours"]): Pick<DraftTariff, "windows" | "zone" | "by" | "days"> {
  if (!hours) return { windows: "", zone: "UTC", by: "start", days: [] };
  const { zone, by, windows, days = [] } = hours;
  const isOfDays = days.length > 0 && isWholeDay(windows);
  return { zone, by, days, windows: isOfDays ? "" : windows.map((window) => window.join("-")).join(", ") };
}

function toDraftSchedule({ perMillion, tiers = [], tiersBy = "whole" }: Schedule): DraftSchedule {
  return {
    prices: toDraftPrices(perMillion),
    tiersBy,
    tiers: tiers.map(({ above, perMillion: ofTier }, index) => ({
      ...{ key: `tier-${index}`, above: String(above), prices: toDraftPrices(ofTier) },
    })),
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
  const schedule = readSchedule(draft, "", problems);
  const tariffs = draft.tariffs.map((tariff) => readTariff(tariff, problems));
  if (problems.size > 0) return { problems };
  return {
    terms: {
      currency,
      ...schedule,
      ...(tariffs.length > 0 && { tariffs }),
      ...(minimum !== "" && { minimum }),
    },
  };
}

/** @param path where it is, such as `tariffs.KEY.`; empty for the price itself */
function readSchedule(draft: DraftSchedule, path: string, problems: Map<string, Problem>): Schedule {
  const perMillion = readPrices(draft.prices, `${path}prices`, problems);
  let least = 0;
  const tiers = draft.tiers.map(({ key, above, prices }) => {
    const place = `${path}tiers.${key}`;
    const bound = /^\d{1,12}$/.test(above.trim()) ? Number(above) : 0;
    if (bound === 0) problems.set(`${place}.above`, "count");
    else if (bound <= least) problems.set(`${place}.above`, "ascending");
    least = bound;
    return { above: bound, perMillion: readPrices(prices, `${place}.prices`, problems) };
  });
  return { perMillion, ...(tiers.length > 0 && { tiers, tiersBy: draft.tiersBy }) };
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
  const serviceTier = tariff.serviceTier.trim().toLowerCase();
  const hours = readHours(tariff, problems);
  if (serviceTier === "" && hours === null) problems.set(`tariffs.${tariff.key}.serviceTier`, "tariff");
  return {
    ...readSchedule(tariff, `tariffs.${tariff.key}.`, problems),
    serviceTier: serviceTier === "" ? null : serviceTier,
    hours,
  };
}

/** Days without hours are meant from midnight to midnight. */
function readHours(draft: DraftTariff, problems: Map<string, Problem>): NonNullable<Tariff["hours"]> | null {
  const { key, by, days } = draft;
  const zone = draft.zone.trim();
  const parts = draft.windows.split(/[,，、]/).filter((part) => part.trim() !== "");
  if (parts.length === 0 && days.length === 0) return null;
  const windows = parts.flatMap((part): [string, string][] => {
    const [, from, to] = WINDOW.exec(part.trim()) ?? [];
    return from !== undefined && to !== undefined && from !== to ? [[from, to]] : [];
  });
  if (windows.length < parts.length) problems.set(`tariffs.${key}.windows`, "hours");
  if (!isZone(zone)) problems.set(`tariffs.${key}.zone`, "zone");
  const whole = WHOLE_DAY.map(([from, to]): [string, string] => [from, to]);
  return {
    zone,
    windows: parts.length > 0 ? windows : whole,
    by,
    ...(days.length > 0 && { days: [...days] }),
  };
}
