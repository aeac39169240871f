"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import type { ListedPrice, PricePage, PriceQuery } from "@/lib/prices/find-prices";
import { useAnswered } from "../use-answered";
import { PriceFilters } from "./price-filters";
import { PriceTable } from "./price-table";
import { type LoadPrices, usePriceList } from "./use-price-list";

type ChangePrice = (ref: { scope: "team" | "instance"; priceId: string }) => Promise<ActionResult<void>>;

interface PriceListProps {
  initial: PricePage;
  initialQuery: PriceQuery;
  load: LoadPrices;
  withdraw: ChangePrice;
  restore: ChangePrice;
}

const EVERYTHING: PriceQuery = { search: "", vendor: null, origin: null, versions: "all" };

/** The price book: search, filter, sort; a row opens to show all that a price says. */
export function PriceList({ initial, initialQuery, load, withdraw, restore }: PriceListProps) {
  const t = useTranslations("prices");
  const common = useTranslations("common");
  const answered = useAnswered();
  const { query, page, busy, failed, change, loadMore, reload } = usePriceList(initial, initialQuery, load);

  async function withdrawWithUndo({ id, scope, model }: ListedPrice): Promise<void> {
    if (scope === "product") return;
    const ref = { scope, priceId: id };
    const result = await answered(withdraw(ref));
    if (!result.ok) return toast.error(result.error.message);
    reload();
    toast.undo({
      message: t("withdrawn", { model }),
      undoLabel: common("undo"),
      onUndo: () => void putBack(ref, model),
    });
  }

  async function putBack(ref: Parameters<ChangePrice>[0], model: string): Promise<void> {
    const result = await answered(restore(ref));
    if (!result.ok) return toast.error(result.error.message);
    reload();
    toast.ok(t("restored", { model }));
  }

  return (
    <div className="flex flex-col gap-3">
      <PriceFilters query={query} vendors={page.vendors} onChange={change} />
      <p role="status" className="text-muted text-sm">
        {t("list.found", { count: page.total })}
        {page.total > 0 && ` · ${t("list.units")}`}
      </p>
      {failed?.part === "list" && <LoadFailed busy={busy} onRetry={failed.retry} />}
      {page.prices.length === 0 ? (
        <EmptyState
          title={t("list.none")}
          action={<Button onClick={() => change(EVERYTHING)}>{t("list.reset")}</Button>}
        >
          {t("list.noneBody")}
        </EmptyState>
      ) : (
        <PriceTable
          prices={page.prices}
          query={query}
          busy={busy}
          onChange={change}
          onWithdraw={withdrawWithUndo}
        />
      )}
      {failed?.part === "more" && <LoadFailed busy={busy} onRetry={failed.retry} />}
      {page.nextOffset !== null && (
        <Button className="self-center" busy={busy} onClick={loadMore}>
          {t("list.more")}
        </Button>
      )}
    </div>
  );
}

function LoadFailed({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const t = useTranslations("prices.list");
  const common = useTranslations("common");
  return (
    <Notice
      tone="danger"
      role="alert"
      title={t("loadFailed")}
      action={
        <Button size="sm" busy={busy} onClick={onRetry}>
          {common("retry")}
        </Button>
      }
    >
      {t("loadFailedHint")}
    </Notice>
  );
}
