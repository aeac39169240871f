import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import { DEMO_CURRENCY } from "@/lib/money/pico";
import type { Savings, SavingsReport } from "@/lib/routing/decision-report";
import { EstimatedMoney } from "./estimated-money";

interface SavingsCardProps {
  savings: SavingsReport;
  /** All questions of Auto's. */
  of: number;
}

/** What Auto's answers cost beside what they would have cost without it. */
export function SavingsCard({ savings: { model, questions, sums }, of }: SavingsCardProps) {
  const t = useTranslations("router.report");
  const title = model === null ? t("againstReasoning") : t("againstBest", { model });
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface-raised p-4"
    >
      <div>
        <h3 className="font-medium text-sm [overflow-wrap:anywhere]">{title}</h3>
        <p className="text-muted text-xs leading-relaxed">
          {t(model === null ? "againstReasoningHint" : "againstBestHint")}
        </p>
      </div>
      {sums.map((sum) => (
        <SumRow key={sum.currency} sum={sum} />
      ))}
      <p className="mt-auto text-muted text-xs">{t("comparedOf", { questions, of })}</p>
    </section>
  );
}

function SumRow({ sum: { currency, actual, other, saved } }: { sum: Savings }) {
  const t = useTranslations("router.report");
  const format = useFormatter();
  const isLoss = saved.startsWith("-");
  const amount = isLoss ? saved.slice(1) : saved;
  // A share is for reading; the amounts beside it are exact.
  const share = Number(other) > 0 ? Number(amount) / Number(other) : null;
  return (
    <dl className="grid grid-cols-2 gap-3 border-line border-t pt-3 sm:grid-cols-3">
      <Figure label={t("actual")}>
        <Money amount={actual} currency={currency} demo={currency === DEMO_CURRENCY} />
      </Figure>
      <Figure label={t("other")}>
        <EstimatedMoney amount={other} currency={currency} />
      </Figure>
      <Figure label={t(isLoss ? "costMore" : "saved")} strong={!isLoss}>
        <EstimatedMoney amount={amount} currency={currency} />
        {share !== null && (
          <span className="font-normal text-muted text-xs">
            {format.number(share, { style: "percent", maximumFractionDigits: 0 })}
          </span>
        )}
      </Figure>
    </dl>
  );
}

function Figure({
  label,
  strong = false,
  children,
}: {
  label: string;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 max-sm:last:col-span-2">
      <dt className="text-muted text-xs">{label}</dt>
      <dd
        className={cn("flex flex-wrap items-baseline gap-x-1.5 text-base", strong && "font-semibold text-ok")}
      >
        {children}
      </dd>
    </div>
  );
}
