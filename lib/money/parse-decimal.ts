const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The decimal number `text` times 10^`fractionDigits`, exactly: `parseDecimal("0.15", 6)` is `150000n`.
 *  Trailing zeros beyond `fractionDigits` are accepted because they lose nothing.
 *  @throws RangeError on anything but plain digits, and rather than round. */
export function parseDecimal(text: string, fractionDigits: number): bigint {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not a plain decimal number: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign, whole = "", fraction = ""] = match;
  const kept = fraction.slice(0, fractionDigits);
  if (/[1-9]/.test(fraction.slice(fractionDigits))) {
    throw new RangeError(`more than ${fractionDigits} digits after the point: ${text.slice(0, 40)}`);
  }
  const scaled = BigInt(whole + kept.padEnd(fractionDigits, "0"));
  return sign === "-" ? -scaled : scaled;
}
