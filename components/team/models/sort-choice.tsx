"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { type Order, SORTS } from "./find-models";
import { sortOf } from "./sort-of";

interface SortChoiceProps extends Order {
  onChange: (order: Partial<Order>) => void;
}

/** The order of the list and its direction: the only way to it where there are no columns to press. */
export function SortChoice({ sort, descending, onChange }: SortChoiceProps) {
  const t = useTranslations("models");
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <div className="flex min-w-0 items-center gap-1 max-lg:col-span-2">
      <Select
        aria-label={t("sortBy")}
        className="min-w-0 flex-1"
        value={sort}
        onValueChange={(value) => onChange(sortOf(value))}
        options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      <IconButton
        label={t(descending ? "sortAscending" : "sortDescending")}
        disabled={sort === "usual"}
        onClick={() => onChange({ descending: !descending })}
        className="size-9 pointer-coarse:size-11"
      >
        <Arrow />
      </IconButton>
    </div>
  );
}
