"use client";

import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { formatAmount } from "@/lib/format/amount";

interface EstimatedMoneyProps {
  /** Exact decimal. */
  amount: string;
  currency: string;
  className?: string;
}

/** An amount that rests on estimates: it says so, and on hover and focus to the last digit. */
export function EstimatedMoney({ amount, currency, className }: EstimatedMoneyProps) {
  const t = useTranslations("router.money");
  const { short, exact } = formatAmount(amount, currency, useLocale());
  return (
    <Tooltip opensOnTap content={t("estimated", { amount: exact })}>
      <button
        type="button"
        className={cn("cursor-help whitespace-nowrap rounded-sm tabular-nums", className)}
      >
        ≈ {short}
      </button>
    </Tooltip>
  );
}
