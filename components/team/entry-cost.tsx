"use client";

import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { formatAmount } from "@/lib/format/amount";
import type { UsageEntry } from "@/lib/usage/usage-row";
import { ReportedNote } from "./reported-note";

/** What a call cost, in the vendor's currency; beneath it what it costs with its corrections. */
export function EntryCost({ entry }: { entry: UsageEntry }) {
  const t = useTranslations("usage");
  const locale = useLocale();
  const { cost, currency, status, demo, reported, corrected } = entry;
  const now = corrected?.map((sum) => formatAmount(sum.cost, sum.currency, locale).short).join(" + ");
  return (
    <span className="flex flex-col items-end">
      <Money
        amount={cost}
        currency={currency}
        status={status}
        demo={demo}
        details={reported && <ReportedNote reported={reported} className="block" />}
      />
      {now !== undefined && <span className="text-muted text-xs">{t("correctedTo", { amount: now })}</span>}
    </span>
  );
}
