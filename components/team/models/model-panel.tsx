"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { FactList } from "./fact-list";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";
import { ModelActions } from "./model-actions";
import type { Scope } from "./scope-choice";
import type { SetModel } from "./use-model-edits";
import { useModelFacts } from "./use-model-facts";

interface ModelPanelProps {
  model: FoundModel | null;
  figures: Figures | null;
  /** Models that may answer under its name; null where customers name none. */
  deployable: readonly FoundModel[] | null;
  mayEditAll: boolean;
  /** May set prices. */
  mayPrice: boolean;
  setModel: SetModel;
  onClose: () => void;
}

/** All that is known of a model, and what can be said of it here. */
export function ModelPanel({ model, onClose, ...rest }: ModelPanelProps) {
  const t = useTranslations("models");
  return (
    <SidePanel
      open={model !== null}
      onClose={onClose}
      title={model?.row.name ?? ""}
      subtitle={
        model && (
          <>
            {model.row.vendorName} · <span className="break-all font-mono text-xs">{model.row.id}</span>
          </>
        )
      }
      closeLabel={t("close")}
    >
      {model && <Facts key={model.key} model={model} {...rest} />}
    </SidePanel>
  );
}

function Facts({
  model,
  figures,
  mayPrice,
  ...acts
}: Omit<ModelPanelProps, "onClose"> & { model: FoundModel }) {
  const t = useTranslations("models");
  const facts = useModelFacts();
  const [scope, setScope] = useState<Scope>(
    acts.mayEditAll && model.row.hiddenBy === "instance" ? "instance" : "team",
  );
  const { row } = model;
  const actions = <ModelActions {...acts} row={row} scope={scope} onScope={setScope} />;
  return (
    <div className="flex flex-col gap-6">
      {row.hiddenBy === "instance" && scope === "team" && <Notice>{t("hiddenByInstance")}</Notice>}
      {row.price === null && (
        <Notice tone="warn" title={t("unpricedTitle")} action={mayPrice && <SetPriceLink row={row} />}>
          {t("unpricedBody")}
        </Notice>
      )}
      {/* Of a name that a customer gave there is nothing to read before somebody says what it is. */}
      {acts.deployable !== null && <div className="border-line border-b pb-5">{actions}</div>}
      <FactList groups={facts(row, figures).slice(row.price === null ? 1 : 0)} />
      {acts.deployable === null && <div className="border-line border-t pt-5">{actions}</div>}
    </div>
  );
}

function SetPriceLink({ row: { vendor, id } }: { row: CatalogueRow }) {
  const t = useTranslations("models");
  return (
    <Button asChild size="sm">
      <Link href={`/prices/set?${new URLSearchParams({ vendor, model: id })}`}>{t("setPrice")}</Link>
    </Button>
  );
}
