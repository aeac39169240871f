/** `numerator / denominator` to the nearest integer; a half goes to the even one, so that many roundings lean neither
 *  way. @throws RangeError unless `denominator` is positive. */
export function roundQuotient(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError(`not above zero: ${denominator}`);
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isUp = twice > denominator || (twice === denominator && whole % 2n !== 0n);
  if (!isUp) return whole;
  return numerator < 0n ? whole - 1n : whole + 1n;
}
