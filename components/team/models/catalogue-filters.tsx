"use client";

import { Search, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { MODES } from "@/lib/router/choice";
import { CONNECTIONS } from "./filter-address";
import { ABILITIES, type Ability, type ModelFilter } from "./find-models";
import { SortChoice } from "./sort-choice";

interface CatalogueFiltersProps {
  filter: ModelFilter;
  onChange: (change: Partial<ModelFilter>) => void;
  vendors: readonly (readonly [id: string, name: string])[];
}

/** What stands for no choice: a list's value cannot be empty. */
const ALL = "all";

export function CatalogueFilters({ filter: { query, ...rest }, onChange, vendors }: CatalogueFiltersProps) {
  const t = useTranslations("models");
  const [open, setOpen] = useState(false);
  return (
    <search className="flex flex-col gap-3">
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
          />
          <Input
            type="search"
            value={query}
            onChange={(event) => onChange({ query: event.target.value })}
            aria-label={t("search")}
            placeholder={t("search")}
            className="pl-9"
          />
        </div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)} className="lg:hidden">
          <SlidersHorizontal aria-hidden="true" />
          {t("filters")}
        </Button>
      </div>
      <FilterChoices {...rest} open={open} onChange={onChange} vendors={vendors} />
    </search>
  );
}

interface FilterChoicesProps
  extends Omit<ModelFilter, "query">,
    Pick<CatalogueFiltersProps, "onChange" | "vendors"> {
  open: boolean;
}

/** Everything but the search, so that typing renders none of it. */
const FilterChoices = memo(function FilterChoices({
  open,
  onChange,
  vendors,
  ...filter
}: FilterChoicesProps) {
  const { vendor, mode, abilities, connection, pricing, sort, descending } = filter;
  const t = useTranslations("models");
  const chat = useTranslations("chat");
  const shown = open ? "" : "max-lg:hidden";
  const orNull = (value: string) => (value === ALL ? null : value);

  function toggle(ability: Ability): void {
    const without = abilities.filter((one) => one !== ability);
    onChange({ abilities: abilities.includes(ability) ? without : [...abilities, ability] });
  }

  return (
    <>
      <div className="grid grid-cols-2 gap-2 lg:grid-cols-5">
        <Select
          className={shown}
          aria-label={t("vendor")}
          value={vendor ?? ALL}
          onValueChange={(value) => onChange({ vendor: orNull(value) })}
          options={[
            { value: ALL, label: t("allVendors") },
            ...vendors.map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          className={shown}
          aria-label={t("mode")}
          value={mode ?? ALL}
          onValueChange={(value) => onChange({ mode: MODES.find((one) => one === value) ?? null })}
          options={[
            { value: ALL, label: t("allModes") },
            ...MODES.map((value) => ({ value, label: chat(value) })),
          ]}
        />
        <Select
          className={shown}
          aria-label={t("connection")}
          value={connection ?? ALL}
          onValueChange={(value) =>
            onChange({ connection: CONNECTIONS.find((one) => one === value) ?? null })
          }
          options={[
            { value: ALL, label: t("allConnections") },
            ...CONNECTIONS.map((value) => ({ value, label: t(value) })),
          ]}
        />
        <Select
          className={shown}
          aria-label={t("pricing")}
          value={pricing ?? ALL}
          onValueChange={(value) =>
            onChange({ pricing: value === "priced" || value === "unpriced" ? value : null })
          }
          options={[
            { value: ALL, label: t("allPricing") },
            { value: "priced", label: t("priced") },
            { value: "unpriced", label: t("unpriced") },
          ]}
        />
        <SortChoice sort={sort} descending={descending} onChange={onChange} />
      </div>
      <fieldset className={cn("flex flex-wrap gap-1.5", shown)}>
        <legend className="sr-only">{t("abilities")}</legend>
        {ABILITIES.map((ability) => (
          <Button
            key={ability}
            size="sm"
            aria-pressed={abilities.includes(ability)}
            onClick={() => toggle(ability)}
            className="aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
          >
            {t(`ability.${ability}`)}
          </Button>
        ))}
      </fieldset>
    </>
  );
});
