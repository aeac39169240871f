"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { TableHead } from "@/components/ui/table";
import type { PriceQuery } from "@/lib/prices/find-prices";

interface SortHeadProps {
  column: NonNullable<PriceQuery["sort"]>;
  query: PriceQuery;
  onChange: (part: PriceQuery) => void;
  numeric?: boolean;
  className?: string;
}

/** A column that the list can be sorted by. */
export function SortHead({ column, query, onChange, numeric = false, className }: SortHeadProps) {
  const t = useTranslations("prices.list");
  const isSorted = (query.sort ?? "model") === column;
  const descending = isSorted && query.descending === true;
  const Icon = isSorted ? (descending ? ArrowDown : ArrowUp) : ArrowUpDown;
  const name = t(`column.${column}`);
  const next = isSorted && !descending;
  return (
    <TableHead
      numeric={numeric}
      aria-sort={isSorted ? (descending ? "descending" : "ascending") : "none"}
      className={cn("pointer-coarse:py-0", className)}
    >
      <button
        type="button"
        aria-label={t(next ? "sortDescending" : "sortAscending", { column: name })}
        onClick={() => onChange({ sort: column, descending: next })}
        className={cn(
          "inline-flex items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11",
          numeric && "flex-row-reverse",
          isSorted && "text-ink",
        )}
      >
        {name}
        <Icon aria-hidden="true" className="size-3.5" />
      </button>
    </TableHead>
  );
}
