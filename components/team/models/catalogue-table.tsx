"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { CatalogueRowView, ROW_GRID } from "./catalogue-row-view";
import type { FoundModel, Sort } from "./find-models";
import { useListTop } from "./use-list-top";

interface CatalogueTableProps {
  models: readonly FoundModel[];
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort) => void;
  chosen: readonly string[];
  onChoose: (key: string) => void;
  onOpen: (key: string) => void;
}

export const MOST_COMPARED = 4;
const ROW_HEIGHT_PX = 64;
const OVERSCAN = 10;
/** What the server renders before it is known how much can be seen. */
const FIRST_HEIGHT_PX = 900;
const SCROLLER = "content";

/** Every row is as high as any other, and only those near the reader are there: the page scrolls, not a frame in it. */
export const CatalogueTable = memo(function CatalogueTable({
  models,
  sort,
  descending,
  onSort,
  chosen,
  onChoose,
  onOpen,
}: CatalogueTableProps) {
  const t = useTranslations("models");
  const list = useRef<HTMLTableSectionElement>(null);
  const top = useListTop(list, SCROLLER);
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: () => document.getElementById(SCROLLER),
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialRect: { width: 0, height: FIRST_HEIGHT_PX },
    getItemKey: (index) => models[index]?.key ?? index,
  });
  const header = { sort, descending, onSort };
  return (
    <table aria-label={t("tableLabel")} aria-rowcount={models.length + 1} className="block">
      <thead className="sticky top-0 z-10 block max-lg:hidden">
        <tr
          aria-rowindex={1}
          className={cn(ROW_GRID, "h-9 border-line border-b bg-surface-sunken text-muted text-xs")}
        >
          <th scope="col">
            <span className="sr-only">{t("column.compare")}</span>
          </th>
          <SortHeader {...header} by="name" />
          <th scope="col" className="text-left font-medium">
            {t("column.vendor")}
          </th>
          <SortHeader {...header} by="context" numeric />
          <SortHeader {...header} by="input" numeric />
          <SortHeader {...header} by="output" numeric />
          <th scope="col" className="pl-3 text-left font-medium">
            {t("column.abilities")}
          </th>
        </tr>
      </thead>
      <tbody ref={list} className="relative block" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const model = models[item.index];
          return (
            model !== undefined && (
              <CatalogueRowView
                key={item.key}
                model={model}
                rowIndex={item.index + 2}
                topPx={item.start - top}
                chosen={chosen.includes(model.key)}
                mayChoose={chosen.length < MOST_COMPARED}
                onChoose={onChoose}
                onOpen={onOpen}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
});

interface SortHeaderProps {
  by: Exclude<Sort, "usual">;
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort) => void;
  numeric?: boolean;
}

function SortHeader({ by, sort, descending, onSort, numeric = false }: SortHeaderProps) {
  const t = useTranslations("models.column");
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort !== by ? "none" : descending ? "descending" : "ascending"}
      className={cn("flex", numeric && "justify-end")}
    >
      <button
        type="button"
        onClick={() => onSort(by)}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium hover:text-ink"
      >
        {t(by)}
        {sort === by && <Arrow aria-hidden="true" className="size-3.5" />}
      </button>
    </th>
  );
}
