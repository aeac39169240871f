/** An amount in 10^-12 of its currency's unit. Exact: never converted to a float. */
export type Pico = bigint;

/** ISO 4217 code, or `XDM` for the demo model's invented prices (X codes are reserved for private use). */
export type Currency = string;
export const DEMO_CURRENCY: Currency = "XDM";
