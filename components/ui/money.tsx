"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CostStatus } from "@/lib/completion/types";
import { formatAmount } from "@/lib/format/amount";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

interface MoneyProps {
  /** Exact decimal string, or null when unpriced. */
  amount: string | null;
  currency: string | null;
  status?: CostStatus;
  /** Added to the explanation; the demo model's amounts are also named by their unit. */
  demo?: boolean;
  /** Shown under the exact amount. */
  details?: ReactNode;
  className?: string;
}

/** Four significant digits; every digit, and how it is known, on hover and on focus. */
export function Money({ amount, currency, status = "exact", demo = false, details, className }: MoneyProps) {
  const t = useTranslations("common.money");
  const locale = useLocale();
  const known = amount !== null && currency !== null && status !== "unpriced";
  const text = known ? formatAmount(amount, currency, locale) : null;
  const shown = text === null ? "–" : status === "estimated" ? `≈ ${text.short}` : text.short;
  return (
    <Tooltip
      opensOnTap
      content={
        <>
          {text === null ? t("unpriced") : t(explanation(status, demo), { amount: text.exact })}
          {details}
        </>
      }
    >
      <button
        type="button"
        className={cn("cursor-help whitespace-nowrap rounded-sm tabular-nums", className)}
      >
        {shown}
      </button>
    </Tooltip>
  );
}

function explanation(status: CostStatus, demo: boolean): "demo" | "estimated" | "free" | "exact" {
  if (demo) return "demo";
  return status === "estimated" || status === "free" ? status : "exact";
}
