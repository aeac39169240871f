import { formatDecimal } from "./format-decimal";
import type { Pico } from "./pico";

const PICO_DIGITS = 12;

/** The exact amount in whole currency units: `185_100_000n` is `"0.0001851"`. */
export function picoToDecimal(pico: Pico): string {
  return formatDecimal(pico, PICO_DIGITS);
}
