import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { ReportedAmount } from "@/lib/exchange/report-amount";
import { formatAmount } from "@/lib/format/amount";
import { formatDay } from "@/lib/format/date-time";
import type { UsageReport } from "@/lib/usage/report-usage";
import type { UsageTotal } from "@/lib/usage/sum-usage";
import { ReportedNote } from "./reported-note";

interface UsageTotalsProps {
  totals: readonly UsageTotal[];
  /** The same in the team's own currency. */
  report: UsageReport | null;
}

/** One figure a currency. What is invented and what has no price stand apart, and are added to nothing. */
export function UsageTotals({ totals, report }: UsageTotalsProps) {
  const t = useTranslations("usage");
  const foreign = report?.totals.filter(({ of }) => of !== report.currency) ?? [];
  return (
    <section aria-label={t("totals")}>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {report !== null && foreign.length > 0 && <ReportTotal report={report} />}
        {totals.map((total) => (
          <Total
            key={`${total.currency} ${total.demo}`}
            total={total}
            reported={(total.demo ? undefined : foreign.find(({ of }) => of === total.currency)) ?? null}
          />
        ))}
      </dl>
    </section>
  );
}

function ReportTotal({ report: { currency, sum, totals } }: { report: UsageReport }) {
  const t = useTranslations("usage");
  const locale = useLocale();
  const left = totals.flatMap((total) => total.left ?? []);
  return (
    <div className="flex flex-col gap-0.5 rounded-xl border border-line-strong bg-surface-raised p-4">
      <dt className="text-muted text-sm">{t("reported.all", { currency })}</dt>
      <dd className="font-semibold text-xl">
        {sum === null ? "–" : <Money amount={sum} currency={currency} />}
      </dd>
      {sum !== null && <dd className="text-muted text-xs">{t("reported.whole")}</dd>}
      {left.map(({ currency: of, amount, until }) => (
        <dd key={of} className="text-muted text-xs">
          {t("reported.left", {
            amount: formatAmount(amount, of, locale).short,
            day: formatDay(until, locale),
          })}
        </dd>
      ))}
    </div>
  );
}

function Total({ total, reported }: { total: UsageTotal; reported: ReportedAmount | null }) {
  const t = useTranslations("usage");
  const { currency, demo, calls, corrections, estimatedCalls, cost } = total;
  const isUnpriced = currency === null;
  const label = isUnpriced ? t("unpricedTotal") : demo ? t("demoTotal") : t("total", { currency });
  return (
    <div
      className={`flex flex-col gap-0.5 rounded-xl border border-line p-4 ${demo || isUnpriced ? "border-dashed" : "bg-surface-raised"}`}
    >
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="font-semibold text-xl">
        <Money
          amount={isUnpriced ? null : cost}
          currency={currency}
          status={isUnpriced ? "unpriced" : estimatedCalls > 0 ? "estimated" : "exact"}
          demo={demo}
          details={reported && <ReportedNote reported={reported} exact className="block" />}
        />
      </dd>
      {reported !== null && (
        <dd className="text-xs">
          <ReportedNote reported={reported} />
        </dd>
      )}
      <dd className="text-muted text-xs">
        {t("calls", { count: calls })}
        {estimatedCalls > 0 && ` · ${t("estimatedCalls", { count: estimatedCalls })}`}
        {corrections > 0 && ` · ${t("corrections", { count: corrections })}`}
      </dd>
    </div>
  );
}
