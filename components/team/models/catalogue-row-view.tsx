"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatShortAmount } from "@/lib/format/amount";
import { formatContextLength } from "@/lib/format/tokens";
import { AbilityMarks } from "./ability-marks";
import type { FoundModel } from "./find-models";

/** One line of columns where there is room; name, price and context where there is not. */
export const ROW_GRID =
  "grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-3 px-2 lg:grid-cols-[2.5rem_minmax(0,2.4fr)_minmax(0,1fr)_4.5rem_6.5rem_6.5rem_7.5rem]";

interface CatalogueRowViewProps {
  model: FoundModel;
  rowIndex: number;
  /** From the top of the list. */
  topPx: number;
  chosen: boolean;
  mayChoose: boolean;
  onChoose: (key: string) => void;
  onOpen: (key: string) => void;
}

export const CatalogueRowView = memo(function CatalogueRowView({
  model: { row, key, abilities },
  rowIndex,
  topPx,
  chosen,
  mayChoose,
  onChoose,
  onOpen,
}: CatalogueRowViewProps) {
  const t = useTranslations("models");
  const locale = useLocale();
  const context = row.entry?.contextLength;
  const amount = (per: "input" | "output") =>
    row.price === null ? null : formatShortAmount(row.price[per], row.price.currency, locale);
  const more = row.price?.varies === true && (
    <>
      <span aria-hidden="true">+</span>
      <span className="sr-only"> {t("varies")}</span>
    </>
  );
  return (
    <tr
      aria-rowindex={rowIndex}
      className={cn(ROW_GRID, "contain-strict absolute inset-x-0 top-0 h-16 border-line border-b text-sm")}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <td className="flex justify-center p-0">
        <label className="flex size-8 items-center justify-center pointer-coarse:size-10">
          <input
            type="checkbox"
            checked={chosen}
            disabled={!chosen && !mayChoose}
            onChange={() => onChoose(key)}
            aria-label={t("compare.choose", { name: row.name })}
            className="size-4 accent-accent"
          />
        </label>
      </td>
      <td className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-center gap-2">
          <button
            type="button"
            onClick={() => onOpen(key)}
            className="min-h-6 min-w-0 truncate rounded-sm text-left font-medium hover:underline"
          >
            {row.name}
          </button>
          <Marks model={row} />
        </span>
        <span className="truncate font-mono text-muted text-xs">
          {row.vendor}/{row.id}
        </span>
      </td>
      <td className="hidden truncate text-muted lg:block">{row.vendorName}</td>
      <td className="hidden text-right tabular-nums lg:block">
        {context === undefined ? "–" : formatContextLength(context)}
      </td>
      <td className="hidden text-right tabular-nums lg:block">
        {amount("input") ?? "–"}
        {more}
      </td>
      <td className="hidden text-right tabular-nums lg:block">
        {amount("output") ?? "–"}
        {more}
      </td>
      <td className="hidden pl-3 lg:block">
        <AbilityMarks abilities={abilities} />
      </td>
      <td className="text-right text-muted text-xs tabular-nums lg:hidden">
        <span className="block text-ink">
          {row.price === null ? "–" : `${amount("input")} / ${amount("output")}`}
          {more}
        </span>
        {context !== undefined && formatContextLength(context)}
      </td>
    </tr>
  );
});

function Marks({ model }: { model: FoundModel["row"] }) {
  const t = useTranslations("models");
  return (
    <span className="flex shrink-0 gap-1">
      {model.connected && <Badge tone="ok">{t("connected")}</Badge>}
      {model.connected && model.price === null && <Badge tone="warn">{t("unpriced")}</Badge>}
      {model.hiddenBy !== null && <Badge>{t("hidden")}</Badge>}
      {model.entry === null && <Badge className="max-sm:hidden">{t("unknown")}</Badge>}
      {model.said !== null && model.hiddenBy === null && (
        <Badge className="max-sm:hidden">{t("changed")}</Badge>
      )}
    </span>
  );
}
