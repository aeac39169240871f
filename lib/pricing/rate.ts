import type { Currency } from "@/lib/money/pico";
import type { Bucket } from "./buckets";

/** One dated price of one model: what a call is priced with, and what the ledger keeps a copy of. */
export interface Rate {
  vendor: string;
  model: string;
  currency: Currency;
  /** Millionths of a currency unit per million units of the bucket. */
  perMillionMicro: Readonly<Record<Bucket, bigint>>;
  /** Buckets that the vendor states no price for, and the bucket they are billed as. */
  billedAs: Readonly<Partial<Record<Bucket, Bucket>>>;
  /** First day the price holds, ISO date, UTC. */
  validFrom: string;
  /** First day it no longer holds, or null while it does. */
  validTo: string | null;
  /** Where the figure comes from; part of the version's identity. */
  version: string;
  /** The demo model's price is invented and is totalled apart. */
  demo: boolean;
}
