import { parseDecimal } from "./parse-decimal";

/** An exact quotient of two positive integers. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

/** @throws RangeError unless `decimal` is a plain decimal number above zero. */
export function toRatio(decimal: string): Ratio {
  const digits = decimal.split(".")[1]?.length ?? 0;
  const numerator = parseDecimal(decimal, digits);
  if (numerator <= 0n) throw new RangeError(`not above zero: ${decimal}`);
  return { numerator, denominator: 10n ** BigInt(digits) };
}

export const inverse = ({ numerator, denominator }: Ratio): Ratio => ({
  numerator: denominator,
  denominator: numerator,
});

export const product = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});
