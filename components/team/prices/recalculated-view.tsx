"use client";

import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { Recalculated } from "@/lib/prices/recalculated";

interface RecalculatedViewProps {
  result: Recalculated;
  kind: "would" | "did";
}

/** What a recalculation would add to the ledger, or added. */
export function RecalculatedView({ result, kind }: RecalculatedViewProps) {
  const t = useTranslations("prices.corrections");
  const { calls, corrected, priced, unpriced, added } = result;
  const left = unpriced > 0 ? <p>{t("unpriced", { count: unpriced })}</p> : null;
  if (corrected === 0) {
    return (
      <Notice role="status">
        <p>{t("nothing", { count: calls - unpriced })}</p>
        {left}
      </Notice>
    );
  }
  return (
    <Notice role="status" tone={kind === "did" ? "ok" : "neutral"}>
      <p>{t(kind, { corrected, calls })}</p>
      <dl className="my-2 flex flex-wrap gap-x-8 gap-y-2">
        {added.map(({ currency, amount }) => (
          <div key={currency}>
            <dt className="text-muted text-xs">{t("addedIn", { currency })}</dt>
            <dd className="font-semibold text-lg">
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      {priced > 0 && <p>{t("priced", { count: priced })}</p>}
      {left}
    </Notice>
  );
}
