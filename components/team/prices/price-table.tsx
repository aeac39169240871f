"use client";

import { useTranslations } from "next-intl";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import type { ListedPrice, PriceQuery } from "@/lib/prices/find-prices";
import { PriceRowView } from "./price-row-view";
import { SortHead } from "./sort-head";

interface PriceTableProps {
  prices: readonly ListedPrice[];
  query: PriceQuery;
  busy: boolean;
  onChange: (part: PriceQuery) => void;
  onWithdraw: (price: ListedPrice) => Promise<void>;
}

const COLUMN_COUNT = 6;

export function PriceTable({ prices, query, busy, onChange, onWithdraw }: PriceTableProps) {
  const t = useTranslations("prices.list");
  const sorting = { query, onChange };
  return (
    <div aria-busy={busy}>
      <Table label={t("label")}>
        <TableHeader>
          <tr>
            <SortHead column="model" {...sorting} className="sticky left-0 z-10 bg-surface-sunken" />
            <SortHead column="input" numeric {...sorting} />
            <SortHead column="output" numeric {...sorting} />
            <TableHead numeric>{t("column.cacheRead")}</TableHead>
            <SortHead column="from" {...sorting} />
            <TableHead>{t("column.origin")}</TableHead>
          </tr>
        </TableHeader>
        <TableBody>
          {prices.map((price) => (
            <PriceRowView
              key={price.id}
              price={price}
              showState={query.versions === "all"}
              columnCount={COLUMN_COUNT}
              onWithdraw={() => onWithdraw(price)}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
