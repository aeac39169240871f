import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/format/date-time";
import { vendorName } from "@/lib/i18n/vendor-names";
import type { UnpricedCalls } from "@/lib/prices/list-unpriced";

/** Calls whose cost nobody knows, by model, with the next step for each: a price, or the correction. */
export function UnpricedList({ unpriced }: { unpriced: readonly UnpricedCalls[] }) {
  const t = useTranslations("prices.unpriced");
  const locale = useLocale();
  if (unpriced.length === 0) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      <p>{t("body")}</p>
      <ul className="mt-2 flex flex-col divide-y divide-line">
        {unpriced.map(({ vendor, model, calls, since, pricedSince, unpricedSince }) => {
          const ofModel = new URLSearchParams({ vendor, model });
          return (
            <li key={`${vendor}/${model}`} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="min-w-0">
                <span className="block font-medium [overflow-wrap:anywhere]">{model}</span>
                <span className="block text-muted text-xs">
                  {vendorName(vendor, locale)} · {t("calls", { count: calls, day: formatDay(since, locale) })}
                </span>
                {pricedSince !== null && unpricedSince !== null && (
                  <span className="block text-muted text-xs">{t("someHaveNone")}</span>
                )}
              </span>
              <span className="flex flex-wrap gap-2">
                {pricedSince !== null && (
                  <Button asChild size="sm">
                    <Link
                      href={`/prices/corrections?${ofModel}&${new URLSearchParams({ from: pricedSince })}`}
                    >
                      {t("correct")}
                    </Link>
                  </Button>
                )}
                {unpricedSince !== null && (
                  <Button asChild size="sm">
                    <Link href={`/prices/set?${ofModel}&${new URLSearchParams({ since: unpricedSince })}`}>
                      {t("set")}
                    </Link>
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
