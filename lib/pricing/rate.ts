import type { Currency, Pico } from "@/lib/money/pico";
import type { Bucket } from "./buckets";

/** What each bucket costs, in millionths of a currency unit per million units of it. A bucket that is not here has no
 *  price: a call that uses it is unpriced, never free. Only `requests` may lack one freely, since few vendors charge
 *  by the request. */
export interface BucketPrices {
  perMillionMicro: Readonly<Record<"input" | "output", bigint> & Partial<Record<Bucket, bigint>>>;
  /** Buckets that the vendor states no price for, and the bucket they are billed as. */
  billedAs: Readonly<Partial<Record<Bucket, Bucket>>>;
}

/** Prices of longer prompts. */
export interface LengthTier extends BucketPrices {
  /** It holds for prompts of more tokens than this, every kind of input together. */
  above: number;
}

/** Prices that hold under one set of terms. */
export interface Schedule extends BucketPrices {
  /** By `above`, ascending. */
  tiers: readonly LengthTier[];
  /** Whether a long prompt moves the whole call to its tier, or only the tokens beyond the threshold; output and
   *  what is counted one by one then keep the first price. */
  tiersBy: "whole" | "excess";
}

/** A part of the day, by the clock of `zone`, to which other prices apply. */
export interface Hours {
  /** IANA, for example `Asia/Shanghai`. */
  zone: string;
  /** `HH:MM`, the first minute and the first one no longer; an end before its start is the next day's. */
  windows: readonly (readonly [from: string, to: string])[];
  /** Which instant of the call decides. */
  by: "start" | "end";
  /** Days of the week on which the windows apply, Monday is 1; every day where it is left out. After midnight it is
   *  the new day that counts. */
  days?: readonly number[] | undefined;
}

/** Prices for a service tier, for hours of the day, or for both. */
export interface Tariff extends Schedule {
  /** `batch`, `flex`, `priority` ...; null: the vendor's standard one. */
  serviceTier: string | null;
  hours: Hours | null;
}

/** One dated price of one model: what a call is priced with, and what the ledger keeps a copy of. */
export interface Rate extends Schedule {
  vendor: string;
  model: string;
  currency: Currency;
  /** The first whose terms hold decides; where none does, the rate itself holds for the standard service tier, and no
   *  price for any other. */
  tariffs: readonly Tariff[];
  /** The least that a call which used anything costs. */
  minimumPico: Pico;
  /** ISO date (its midnight, UTC) or instant from which the price holds. */
  validFrom: string;
  /** From which it no longer holds, or null while it does. */
  validTo: string | null;
  /** Where the figure comes from; part of the version's identity. */
  version: string;
  /** The demo model's price is invented and is totalled apart. */
  demo: boolean;
}
