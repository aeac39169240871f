"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PickerModel } from "@/lib/chat/picker";
import { formatAmount } from "@/lib/format/amount";
import { formatContextLength } from "@/lib/format/tokens";

/** Context length, and the price per million tokens read and written. */
export function ModelFacts({ model: { contextLength, price } }: { model: PickerModel }) {
  const t = useTranslations("chat.picker");
  const locale = useLocale();
  const facts: string[] = [];
  if (contextLength !== null) facts.push(t("context", { tokens: formatContextLength(contextLength) }));
  if (price !== null) {
    facts.push(t("input", { price: formatAmount(price.inputPerMillion, price.currency, locale).short }));
    facts.push(t("output", { price: formatAmount(price.outputPerMillion, price.currency, locale).short }));
    if (price.varies) facts.push(t("byKey"));
  }
  return (
    <span className="tabular-nums">
      {facts.join(" · ")}
      {price === null && (
        <>
          {facts.length > 0 && " · "}
          <span className="text-warn">{t("unpriced")}</span>
        </>
      )}
    </span>
  );
}
