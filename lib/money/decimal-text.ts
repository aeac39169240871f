/** A number as plain decimal text, without an exponent, times ten to the `shift`: what is printed is shifted, nothing
 *  is multiplied, so that no digit changes. @throws RangeError for what is no finite number. */
export function decimalText(value: number | string, shift = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(String(value).trim());
  if (!match) throw new RangeError(`not a number: ${String(value).slice(0, 40)}`);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent) + shift;
  const digits = whole + fraction;
  const left = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const right = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  const trimmed = right.replace(/0+$/, "");
  const integer = left.replace(/^0+(?=\d)/, "");
  const text = trimmed === "" ? integer : `${integer}.${trimmed}`;
  return text === "0" ? text : sign + text;
}
