"use client";

import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { vendorName } from "@/lib/i18n/vendor-names";
import type { PriceQuery } from "@/lib/prices/find-prices";

interface PriceFiltersProps {
  query: PriceQuery;
  vendors: readonly string[];
  onChange: (part: PriceQuery) => void;
}

const ANY = "any";
const ORIGINS = ["person", "import", "shipped"] as const;

export function PriceFilters({ query, vendors, onChange }: PriceFiltersProps) {
  const t = useTranslations("prices");
  const locale = useLocale();
  const origin = ORIGINS.find((one) => one === query.origin);
  return (
    <search className="grid grid-cols-2 gap-2 lg:grid-cols-[minmax(0,1fr)_12rem_12rem_14rem]">
      <div className="relative col-span-2 lg:col-span-1">
        <Search
          aria-hidden="true"
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 size-4 text-muted"
        />
        <Input
          type="search"
          aria-label={t("list.search")}
          placeholder={t("list.search")}
          className="pl-9"
          value={query.search ?? ""}
          onChange={(event) => onChange({ search: event.target.value })}
        />
      </div>
      <Select
        aria-label={t("list.vendor")}
        value={query.vendor ?? ANY}
        onValueChange={(vendor) => onChange({ vendor: vendor === ANY ? null : vendor })}
        options={[
          { value: ANY, label: t("list.anyVendor") },
          ...vendors.map((id) => ({ value: id, label: vendorName(id, locale) })),
        ]}
      />
      <Select
        aria-label={t("list.origin")}
        value={origin ?? ANY}
        onValueChange={(value) => onChange({ origin: ORIGINS.find((one) => one === value) ?? null })}
        options={[
          { value: ANY, label: t("list.anyOrigin") },
          ...ORIGINS.map((one) => ({ value: one, label: t(`origin.${one}`) })),
        ]}
      />
      <Select
        aria-label={t("list.versions")}
        className="col-span-2 lg:col-span-1"
        value={query.versions ?? "current"}
        onValueChange={(value) => onChange({ versions: value === "all" ? "all" : "current" })}
        options={(["current", "all"] as const).map((one) => ({ value: one, label: t(`list.${one}`) }))}
      />
    </search>
  );
}
