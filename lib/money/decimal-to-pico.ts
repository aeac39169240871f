import { parseDecimal } from "./parse-decimal";
import type { Pico } from "./pico";

const PICO_DIGITS = 12;

/** The inverse of `picoToDecimal`.
 *  @throws RangeError on more than 12 digits after the point. */
export function decimalToPico(decimal: string): Pico {
  return parseDecimal(decimal, PICO_DIGITS);
}
