import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { UsageTotal } from "@/lib/usage/sum-usage";

/** One figure a currency. What is invented and what has no price stand apart, and are added to nothing. */
export function UsageTotals({ totals }: { totals: readonly UsageTotal[] }) {
  const t = useTranslations("usage");
  return (
    <section aria-label={t("totals")}>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {totals.map((total) => (
          <Total key={`${total.currency} ${total.demo}`} total={total} />
        ))}
      </dl>
    </section>
  );
}

function Total({ total }: { total: UsageTotal }) {
  const t = useTranslations("usage");
  const { currency, demo, calls, estimatedCalls, cost } = total;
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
        />
      </dd>
      <dd className="text-muted text-xs">
        {t("calls", { count: calls })}
        {estimatedCalls > 0 && ` · ${t("estimatedCalls", { count: estimatedCalls })}`}
      </dd>
    </div>
  );
}
