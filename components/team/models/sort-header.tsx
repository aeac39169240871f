"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Sort } from "./find-models";

interface SortHeaderProps {
  by: Exclude<Sort, "usual">;
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort) => void;
  className: string;
}

/** A column that puts the models in its order. Where the columns are not shown, it names its own and cannot be pressed:
 *  there the order is chosen above the list. */
export function SortHeader({ by, sort, descending, onSort, className }: SortHeaderProps) {
  const t = useTranslations("models.column");
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort !== by ? "none" : descending ? "descending" : "ascending"}
      className={className}
    >
      <span className="lg:hidden">{t(by)}</span>
      <button
        type="button"
        onClick={() => onSort(by)}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium hover:text-ink max-lg:hidden"
      >
        {t(by)}
        {sort === by && <Arrow aria-hidden="true" className="size-3.5" />}
      </button>
    </th>
  );
}
