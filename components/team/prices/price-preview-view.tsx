"use client";

import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { AmountSum } from "@/lib/money/amount-sums";
import { DEMO_CURRENCY } from "@/lib/money/pico";
import type { PricePreview } from "@/lib/prices/preview-price";

/** What a price would have made of real calls, beside what they cost. */
export function PricePreviewView({ preview }: { preview: PricePreview }) {
  const t = useTranslations("prices.preview");
  const { days, calls, actual, wouldBe, unpricedNow, unpricedThen, complete } = preview;
  return (
    <section
      aria-label={t("title", { days })}
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface-raised p-4"
    >
      <h2 className="font-medium text-sm">
        {t("title", { days })} · {t("calls", { count: calls })}
      </h2>
      {calls === 0 ? (
        <p className="text-muted text-sm">{t("noCalls", { days })}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-4">
          <Figure label={t("actual")} sums={actual} unpriced={unpricedNow} />
          <Figure label={t("wouldBe")} sums={wouldBe} unpriced={unpricedThen} />
        </dl>
      )}
      {!complete && <p className="text-muted text-xs">{t("incomplete")}</p>}
    </section>
  );
}

function Figure({ label, sums, unpriced }: { label: string; sums: readonly AmountSum[]; unpriced: number }) {
  const t = useTranslations("prices.preview");
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-muted text-sm">{label}</dt>
      {sums.map(({ currency, amount }) => (
        <dd key={currency} className="font-semibold text-lg">
          <Money amount={amount} currency={currency} demo={currency === DEMO_CURRENCY} />
        </dd>
      ))}
      {sums.length === 0 && <dd className="text-lg">{t("nothing")}</dd>}
      {unpriced > 0 && <dd className="text-warn text-xs">{t("unpriced", { count: unpriced })}</dd>}
    </div>
  );
}
