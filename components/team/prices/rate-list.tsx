"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { formatDay } from "@/lib/format/date-time";
import type { ActionResult } from "@/lib/http/action";
import type { DatedRate } from "@/lib/money/rate-book";
import { useAnswered } from "../use-answered";

interface RateListProps {
  rates: readonly DatedRate[];
  /** How many are listed at most. */
  most: number;
  editable: boolean;
  remove: (rate: Pick<DatedRate, "base" | "quote" | "day">) => Promise<ActionResult<DatedRate>>;
  restore: (rate: Omit<DatedRate, "source">) => Promise<ActionResult<DatedRate>>;
}

export function RateList({ rates, most, editable, remove, restore }: RateListProps) {
  const t = useTranslations("prices.currencies");
  const answered = useAnswered();
  const common = useTranslations("common");
  const locale = useLocale();

  async function removeWithUndo({ base, quote, day }: DatedRate): Promise<void> {
    const result = await answered(remove({ base, quote, day }));
    if (!result.ok) return toast.error(result.error.message);
    const { rate } = result.value;
    toast.undo({
      message: t("removed", { base, quote, day: formatDay(day, locale) }),
      undoLabel: common("undo"),
      onUndo: () => void putBack({ base, quote, day, rate }),
    });
  }

  async function putBack(rate: Omit<DatedRate, "source">): Promise<void> {
    const result = await answered(restore(rate));
    if (!result.ok) toast.error(result.error.message);
  }

  if (rates.length === 0) {
    return <EmptyState title={t("noRates")}>{t(editable ? "noRatesBody" : "noRatesReader")}</EmptyState>;
  }
  return (
    <>
      <div className="max-h-96 overflow-y-auto rounded-lg">
        <Table label={t("ratesLabel")}>
          <TableHeader>
            <tr>
              <TableHead>{t("day")}</TableHead>
              <TableHead>{t("pair")}</TableHead>
              {editable && (
                <TableHead className="relative">
                  <span className="sr-only">{common("delete")}</span>
                </TableHead>
              )}
            </tr>
          </TableHeader>
          <TableBody>
            {rates.map((one) => {
              const { base, quote, day, rate, source } = one;
              return (
                <TableRow key={`${base} ${quote} ${day}`}>
                  <TableCell className="whitespace-nowrap">{formatDay(day, locale)}</TableCell>
                  <TableCell className="tabular-nums">
                    {t("oneIs", { base, rate, quote })}
                    <span className="block text-muted text-xs [overflow-wrap:anywhere]">
                      {source === "entered" ? t("sourceEntered") : source === "ecb" ? t("formatEcb") : source}
                    </span>
                  </TableCell>
                  {editable && (
                    <TableCell className="py-0.5 text-right">
                      <IconButton
                        label={t("remove", { base, quote, day: formatDay(day, locale) })}
                        onClick={() => void removeWithUndo(one)}
                      >
                        <X />
                      </IconButton>
                    </TableCell>
                  )}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
      {rates.length === most && <p className="text-muted text-xs">{t("newest", { count: most })}</p>}
    </>
  );
}
