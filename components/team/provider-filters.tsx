"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PROVIDER_STATES, type ProviderFilter, type ProviderState } from "./find-providers";

interface ProviderFiltersProps {
  filter: ProviderFilter;
  counts: Readonly<Record<ProviderState, number>>;
  onChange: (part: Partial<ProviderFilter>) => void;
}

export function ProviderFilters({ filter, counts, onChange }: ProviderFiltersProps) {
  const t = useTranslations("providers.find");
  const states = [null, ...PROVIDER_STATES];
  return (
    <search className="flex flex-col gap-2.5">
      <div className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          value={filter.query}
          onChange={(event) => onChange({ query: event.target.value })}
          aria-label={t("search")}
          placeholder={t("search")}
          className="pl-9"
        />
      </div>
      <fieldset className="grid grid-cols-2 gap-1.5 sm:flex sm:flex-wrap">
        <legend className="sr-only">{t("state")}</legend>
        {states.map((state) => (
          <Button
            key={state}
            size="sm"
            aria-pressed={filter.state === state}
            onClick={() => onChange({ state })}
            className="tabular-nums aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-accent-ink"
          >
            {state === null
              ? t("all", { count: counts.connected + counts.missing })
              : t(state, { count: counts[state] })}
          </Button>
        ))}
      </fieldset>
    </search>
  );
}
