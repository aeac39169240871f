import { decimalText } from "@/lib/money/decimal-text";
import { Exact } from "./exact";

export type Fields = Readonly<Record<string, unknown>>;

/** @throws RangeError unless it is an object */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Exact)
    throw new RangeError(`${what} is no object`);
  return value as Fields;
}

export const maybeFields = (value: unknown, what: string): Fields | null =>
  value === undefined || value === null ? null : fieldsOf(value, what);

/** A price as decimal text, shifted to a million units; undefined where there is none.
 *  @throws RangeError for one that is negative or no number */
export function priceOf(fields: Fields, key: string, shift: number): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (!(value instanceof Exact)) throw new RangeError(`${key} is no number`);
  const text = decimalText(value.text, shift);
  if (text.startsWith("-")) throw new RangeError(`${key} is negative: ${value.text}`);
  return text;
}

/** A count of tokens, or undefined where the file has none or nothing that could be one. */
export function tokensOf(fields: Fields, key: string): number | undefined {
  const value = fields[key];
  const count = value instanceof Exact ? Number(value.text) : Number.NaN;
  return Number.isSafeInteger(count) && count > 0 && count <= 1_000_000_000 ? count : undefined;
}

export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text.slice(0, 200);
}

export function flagOf(fields: Fields, key: string): boolean | undefined {
  const value = fields[key];
  return typeof value === "boolean" ? value : undefined;
}

/** What is there of an object: `exactOptionalPropertyTypes` wants no undefined. */
export function given<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: NonNullable<Values[Key]>;
  };
}
