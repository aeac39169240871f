"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReportedAmount } from "@/lib/exchange/report-amount";
import { formatAmount } from "@/lib/format/amount";
import { formatDay } from "@/lib/format/date-time";

interface ReportedNoteProps {
  reported: ReportedAmount;
  /** Every digit of the amount. */
  exact?: boolean;
  className?: string;
}

/** An amount in the reporting currency with the rate and its day, and what is not in it for want of a rate. */
export function ReportedNote({ reported, exact = false, className }: ReportedNoteProps) {
  const t = useTranslations("usage.reported");
  const locale = useLocale();
  const { amount, currency, rates, left } = reported;
  if (amount === null) {
    return (
      <span className={className}>
        {t("noRate", { currency, day: formatDay(left?.until ?? "", locale) })}
      </span>
    );
  }
  const text = formatAmount(amount, currency, locale);
  const shown = exact ? text.exact : text.short;
  const [first, last] = [rates.at(0), rates.at(-1)];
  if (!first || !last) return <span className={className}>{shown}</span>;
  const native = left && formatAmount(left.amount, left.currency, locale);
  // As it was entered: exact, where a quotient would have no end.
  const entered = first.legs.map(({ base, quote, rate }) => t("pair", { base, quote, rate })).join(", ");
  return (
    <span className={className}>
      {rates.length === 1
        ? t("atRate", { amount: shown, rate: entered, day: formatDay(first.day, locale) })
        : t("atRates", {
            amount: shown,
            count: rates.length,
            from: formatDay(first.day, locale),
            to: formatDay(last.day, locale),
          })}
      {left && native && (
        <span className="block">
          {t("left", { amount: exact ? native.exact : native.short, day: formatDay(left.until, locale) })}
        </span>
      )}
    </span>
  );
}
