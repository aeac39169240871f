"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PickerModel } from "@/lib/chat/picker";
import { formatShortAmount } from "@/lib/format/amount";
import { formatContextLength } from "@/lib/format/tokens";

/** Context length, and the price per million tokens read and written. */
export function ModelFacts({ model: { contextLength, price } }: { model: PickerModel }) {
  const t = useTranslations("chat.picker");
  const locale = useLocale();
  const facts: string[] = [];
  if (contextLength !== null) facts.push(t("context", { tokens: formatContextLength(contextLength) }));
  if (price !== null) {
    facts.push(t("input", { price: formatShortAmount(price.inputPerMillion, price.currency, locale) }));
    facts.push(t("output", { price: formatShortAmount(price.outputPerMillion, price.currency, locale) }));
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
