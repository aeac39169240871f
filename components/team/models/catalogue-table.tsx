"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { memo, type Ref, useRef } from "react";
import { CatalogueRowView } from "./catalogue-row-view";
import type { FoundModel, Sort } from "./find-models";
import { SortHeader } from "./sort-header";
import { useListTop } from "./use-list-top";
import { useRowTexts } from "./use-row-texts";

interface CatalogueTableProps {
  models: readonly FoundModel[];
  /** As `2026-12-31`. */
  today: string;
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort) => void;
  chosen: readonly string[];
  onChoose: (key: string) => void;
  onOpen: (key: string) => void;
}

export const MOST_COMPARED = 4;
const ROW_HEIGHT_PX = 64;
const OVERSCAN = 8;
/** What the server renders before it is known how much can be seen. */
const FIRST_RECT = { width: 0, height: 900 };
const SCROLLER = "content";

// Another function at each rendering would have every row's place worked out again.
const heightOfRow = (): number => ROW_HEIGHT_PX;
const findScroller = (): HTMLElement | null => document.getElementById(SCROLLER);

/** Every row is as high as any other, and only those near the reader are there: the page scrolls, not a frame in it. */
export const CatalogueTable = memo(function CatalogueTable({
  models,
  today,
  sort,
  descending,
  onSort,
  chosen,
  onChoose,
  onOpen,
}: CatalogueTableProps) {
  const t = useTranslations("models");
  const texts = useRowTexts(today);
  const list = useRef<HTMLTableSectionElement>(null);
  const top = useListTop(list, SCROLLER);
  const virtualizer = useVirtualizer({
    count: models.length,
    getScrollElement: findScroller,
    estimateSize: heightOfRow,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialRect: FIRST_RECT,
  });
  const items = virtualizer.getVirtualItems();
  const start = items[0]?.start ?? top;
  const end = items.at(-1)?.end ?? start;
  const header = { sort, descending, onSort };
  return (
    <table aria-label={t("tableLabel")} aria-rowcount={models.length + 1} className="model-table">
      <thead className="block max-lg:sr-only lg:sticky lg:top-0 lg:z-10">
        <tr
          aria-rowindex={1}
          className="model-grid h-9 border-line border-b bg-surface-sunken text-muted text-xs"
        >
          <th scope="col">
            <span className="sr-only">{t("column.compare")}</span>
          </th>
          <SortHeader {...header} by="name" className="text-left" />
          <th scope="col" className="text-left font-medium max-lg:hidden">
            {t("column.vendor")}
          </th>
          <SortHeader {...header} by="context" className="text-right" />
          <SortHeader {...header} by="input" className="text-right" />
          <SortHeader {...header} by="output" className="text-right" />
          <th scope="col" className="pl-3 text-left font-medium max-lg:hidden">
            {t("column.abilities")}
          </th>
        </tr>
      </thead>
      <Gap ref={list} heightPx={start - top} />
      <tbody className="block">
        {items.map(({ index }) => {
          const model = models[index];
          return (
            model !== undefined && (
              <CatalogueRowView
                // By its place: what a search finds is written into the rows that are there.
                key={index}
                model={model}
                texts={texts}
                rowIndex={index + 2}
                chosen={chosen.includes(model.key)}
                mayChoose={chosen.length < MOST_COMPARED}
                onChoose={onChoose}
                onOpen={onOpen}
              />
            )
          );
        })}
      </tbody>
      <Gap heightPx={top + virtualizer.getTotalSize() - end} />
    </table>
  );
});

/** Where rows would be that are not there. Rows that stand under it look all alike to the browser, which then works
 *  their style out once; one that is moved to its place has a style of its own, and so has everything in it. */
function Gap({ heightPx, ref }: { heightPx: number; ref?: Ref<HTMLTableSectionElement> }) {
  return <tbody ref={ref} aria-hidden="true" className="block" style={{ height: heightPx }} />;
}
