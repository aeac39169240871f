import type { Locale } from "@/lib/i18n/locale";
import { type Currency, DEMO_CURRENCY } from "@/lib/money/pico";

/** The demo model's invented currency is no currency to Intl, so it is named here. */
const DEMO_UNIT: Record<Locale, { one: string; other: string }> = {
  en: { one: "demo credit", other: "demo credits" },
  "zh-CN": { one: "演示币", other: "演示币" },
};

/** An exact decimal string, as Intl takes it: it formats such strings without going through a float. */
export type Decimal = string;
const ONE = /^1(\.0*)?$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface AmountText {
  /** Four significant digits, and never fewer decimals than the currency has. */
  short: string;
  /** Every digit. */
  exact: string;
}

/** @throws RangeError if `amount` is not a plain decimal string. */
export function formatAmount(amount: Decimal, currency: Currency, locale: Locale): AmountText {
  return {
    short: formatShortAmount(amount, currency, locale),
    // The ledger keeps 12 decimals; 100 is the most that Intl takes.
    exact: withUnit(amount, currency, locale, 100),
  };
}

/** What of it is shown at once: for lists of many.
 *  @throws RangeError if `amount` is not a plain decimal string. */
export function formatShortAmount(amount: Decimal, currency: Currency, locale: Locale): string {
  if (!DECIMAL.test(amount)) throw new RangeError(`not a decimal amount: ${amount}`);
  return withUnit(amount, currency, locale, significantDecimals(amount));
}

/** How many decimals show four significant digits. */
function significantDecimals(amount: Decimal): number {
  const [whole = "", fraction = ""] = amount.replace("-", "").split(".");
  const wholeDigits = whole.replace(/^0+/, "").length;
  if (wholeDigits > 0) return Math.max(0, 4 - wholeDigits);
  return Math.max(0, fraction.search(/[1-9]/)) + 4;
}

function withUnit(amount: Decimal, currency: Currency, locale: Locale, decimals: number): string {
  const value = amount as Intl.StringNumericLiteral;
  if (currency === DEMO_CURRENCY) {
    return `${numberFormat(locale, null, decimals).format(value)} ${DEMO_UNIT[locale][ONE.test(amount) ? "one" : "other"]}`;
  }
  return numberFormat(locale, currency, decimals).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, currency: Currency | null, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = makeFormat(locale, currency, decimals);
  formats.set(key, made);
  return made;
}

function makeFormat(locale: Locale, currency: Currency | null, decimals: number): Intl.NumberFormat {
  if (currency === null) return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  const usual = new Intl.NumberFormat(locale, { style: "currency", currency }).resolvedOptions();
  const maximumFractionDigits = Math.max(decimals, usual.minimumFractionDigits ?? 0);
  return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits });
}
