"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/lib/format/amount";
import type { RoutableModel } from "@/lib/routing/routing-view";

/** Per million tokens read and written. */
export function ModelPrice({ model: { price } }: { model: Pick<RoutableModel, "price"> }) {
  const t = useTranslations("router.model");
  const locale = useLocale();
  if (price === null) return <span className="shrink-0 text-warn text-xs">{t("unpriced")}</span>;
  const [input, output] = [price.inputPerMillion, price.outputPerMillion].map(
    (amount) => formatAmount(amount, price.currency, locale).short,
  );
  return (
    <span className="shrink-0 whitespace-nowrap text-muted text-xs tabular-nums">
      <span aria-hidden="true">
        {input} / {output}
      </span>
      <span className="sr-only">{t("price", { input: input ?? "", output: output ?? "" })}</span>
    </span>
  );
}
