"use client";

import { Plug, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { findProviders, type NamedVendor, type ProviderFilter } from "./find-providers";
import type { KeyActs } from "./key-acts";
import type { ListedProvider } from "./listed-provider";
import { MissingVendors } from "./missing-vendors";
import { ProviderCard } from "./provider-card";
import { ProviderFilters } from "./provider-filters";
import { useAnswered } from "./use-answered";
import { useProviderFilter } from "./use-provider-filter";

interface ProviderListProps {
  providers: readonly ListedProvider[];
  /** Every vendor there is, in the order in which they are offered. */
  vendors: readonly NamedVendor[];
  /** What the address asks for. */
  initialFilter: ProviderFilter;
  test: (input: { providerId: string }) => Promise<ActionResult<{ models: number }>>;
  remove: (input: { providerId: string }) => Promise<ActionResult<{ undo: string }>>;
  restore: (input: { undo: string }) => Promise<ActionResult<void>>;
  keyActs: KeyActs;
}

/** What is connected and what could be, by name and state. */
export function ProviderList(props: ProviderListProps) {
  const { providers, vendors, test, remove, restore, keyActs } = props;
  const t = useTranslations("providers");
  const common = useTranslations("common");
  const answered = useAnswered();
  const { filter, change } = useProviderFilter(props.initialFilter);
  // A fast hand is not held up by cards full of keys and figures.
  const settled = useDeferredValue(filter);
  const found = useMemo(() => findProviders(providers, vendors, settled), [providers, vendors, settled]);

  async function tryAgain({ id, name }: ListedProvider): Promise<void> {
    const result = await answered(test({ providerId: id }));
    if (result.ok) toast.ok(t("testOk", { name, count: result.value.models }));
    // What the vendor says stands on the card.
    else if (result.error.code === "internal") toast.error(result.error.message);
  }

  async function removeWithUndo({ id, name }: ListedProvider): Promise<void> {
    const result = await answered(remove({ providerId: id }));
    if (!result.ok) return toast.error(result.error.message);
    const { undo } = result.value;
    toast.undo({
      message: t("removed", { name }),
      undoLabel: common("undo"),
      onUndo: () => void putBack(undo, name),
    });
  }

  async function putBack(undo: string, name: string): Promise<void> {
    const result = await answered(restore({ undo }));
    if (result.ok) toast.ok(t("restored", { name }));
    else toast.error(result.error.message);
  }

  const nothing = found.connected.length + found.missing.length === 0;
  return (
    <div className="flex flex-col gap-6">
      <ProviderFilters filter={filter} counts={found.counts} onChange={change} />
      <p role="status" className="sr-only">
        {t("find.found", { connected: found.connected.length, missing: found.missing.length })}
      </p>
      {providers.length === 0 && settled.query === "" && settled.state !== "missing" && (
        <EmptyState icon={<Plug aria-hidden="true" />} title={t("emptyTitle")} className="py-4">
          {t("emptyBody")}
        </EmptyState>
      )}
      {nothing && (providers.length > 0 || settled.query !== "") && (
        <EmptyState
          icon={<SearchX aria-hidden="true" />}
          title={settled.query === "" ? t(`find.none.${settled.state ?? "connected"}`) : t("find.noMatch")}
          className="py-4"
          action={<Button onClick={() => change({ query: "", state: null })}>{t("find.showAll")}</Button>}
        >
          {settled.query !== "" && t("find.noMatchHint")}
        </EmptyState>
      )}
      {found.connected.length > 0 && (
        <ul aria-label={t("listLabel")} className="flex flex-col gap-3">
          {found.connected.map((provider) => (
            <li key={provider.id}>
              <ProviderCard
                provider={provider}
                keyActs={keyActs}
                onTest={() => tryAgain(provider)}
                onRemove={() => removeWithUndo(provider)}
              />
            </li>
          ))}
        </ul>
      )}
      {found.missing.length > 0 && <MissingVendors vendors={found.missing} />}
    </div>
  );
}
