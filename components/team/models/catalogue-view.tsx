"use client";

import { Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Catalogue } from "@/lib/catalogue/list-catalogue";
import { type AddModel, AddModelPanel } from "./add-model-panel";
import { CatalogueFilters } from "./catalogue-filters";
import { CatalogueTable, MOST_COMPARED } from "./catalogue-table";
import { CompareBar } from "./compare-bar";
import { deployableTo } from "./deployable-to";
import {
  type FoundModel,
  findModels,
  type ModelFilter,
  NO_FILTER,
  orderModels,
  type Sort,
  toFound,
  UNPRICED,
} from "./find-models";
import { ModelPanel } from "./model-panel";
import { sortOf } from "./sort-of";
import { UnpricedNotice } from "./unpriced-notice";
import type { SetModel } from "./use-model-edits";
import { useModelFilter } from "./use-model-filter";

interface CatalogueViewProps {
  catalogue: Catalogue;
  /** May say something for the whole server. */
  mayEditAll: boolean;
  /** May set prices. */
  mayPrice: boolean;
  setModel: SetModel;
  addModel: AddModel;
}

export function CatalogueView({ catalogue, mayEditAll, mayPrice, setModel, addModel }: CatalogueViewProps) {
  const t = useTranslations("models");
  const models = useMemo(() => catalogue.rows.map(toFound), [catalogue.rows]);
  const byKey = useMemo(() => new Map(models.map((model) => [model.key.toLowerCase(), model])), [models]);
  const figures = useMemo(
    () => new Map(catalogue.figures.map((one) => [`${one.vendor}/${one.model}`, one])),
    [catalogue.figures],
  );
  const vendors = useMemo(() => vendorsOf(catalogue), [catalogue]);
  const { filter, setFilter, opened, setOpened } = useModelFilter();
  const found = useFound(models, filter);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const shown = opened === null ? null : (byKey.get(opened.toLowerCase()) ?? null);
  const [adding, setAdding] = useState(false);
  const change = useCallback(
    (part: Partial<ModelFilter>) => setFilter((before) => ({ ...before, ...part })),
    [setFilter],
  );
  const choose = useCallback(
    (key: string) =>
      setChosen((before) => {
        if (before.includes(key)) return before.filter((one) => one !== key);
        return before.length < MOST_COMPARED ? [...before, key] : before;
      }),
    [],
  );

  const sortBy = useCallback(
    (sort: Sort) =>
      setFilter((before) => ({
        ...before,
        ...(sort === before.sort ? { descending: !before.descending } : sortOf(sort)),
      })),
    [setFilter],
  );

  return (
    <div className="flex flex-col gap-4">
      <CatalogueFilters filter={filter} onChange={change} vendors={vendors} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-muted text-sm tabular-nums">
          {t("count", { shown: found.length, total: models.length })}
        </p>
        <Button size="sm" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      </div>
      <UnpricedNotice models={models} onShow={() => setFilter(UNPRICED)} />
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX aria-hidden="true" />}
          title={t("none")}
          action={<Button onClick={() => setFilter(NO_FILTER)}>{t("clearFilters")}</Button>}
        >
          {t("noneHint")}
        </EmptyState>
      ) : (
        <CatalogueTable
          models={found}
          today={catalogue.today}
          sort={filter.sort}
          descending={filter.descending}
          onSort={sortBy}
          chosen={chosen}
          onChoose={choose}
          onOpen={setOpened}
        />
      )}
      <p className="text-muted text-xs">{t("perMillion")}</p>
      <CompareBar
        models={chosen.flatMap((key) => byKey.get(key.toLowerCase()) ?? [])}
        figuresOf={(key) => figures.get(key) ?? null}
        onLeaveOut={choose}
        onClear={() => setChosen([])}
      />
      <ModelPanel
        model={shown}
        figures={shown && (figures.get(shown.key) ?? null)}
        deployable={shown && deployableTo(shown, models, catalogue.deployable)}
        mayEditAll={mayEditAll}
        mayPrice={mayPrice}
        setModel={setModel}
        onClose={() => setOpened(null)}
      />
      <AddModelPanel
        open={adding}
        vendors={vendors}
        first={filter.vendor ?? models.find(({ row }) => row.connected)?.row.vendor ?? vendors[0]?.[0] ?? ""}
        mayEditAll={mayEditAll}
        addModel={addModel}
        onShow={(name) => {
          setAdding(false);
          setOpened(name);
        }}
        onClose={() => setAdding(false)}
      />
    </div>
  );
}

/** Typing comes first: what is found may lag behind a fast hand. */
function useFound(models: readonly FoundModel[], filter: ModelFilter): FoundModel[] {
  const settled = useDeferredValue(filter);
  const { sort, descending } = settled;
  const ordered = useMemo(() => orderModels(models, { sort, descending }), [models, sort, descending]);
  return useMemo(() => findModels(ordered, settled), [ordered, settled]);
}

function vendorsOf({ rows }: Catalogue): [id: string, name: string][] {
  const names = new Map(rows.map(({ vendor, vendorName }) => [vendor, vendorName]));
  return [...names].sort(([, a], [, b]) => a.localeCompare(b));
}
