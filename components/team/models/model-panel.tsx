"use client";

import { Eye, EyeOff, PencilLine } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { DeploymentChoice } from "./deployment-choice";
import { FactList } from "./fact-list";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";
import { ModelForm } from "./model-form";
import { type Scope, ScopeChoice } from "./scope-choice";
import { type Done, type SetModel, useModelEdits } from "./use-model-edits";
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
  deployable,
  mayEditAll,
  mayPrice,
  setModel,
}: Omit<ModelPanelProps, "onClose"> & { model: FoundModel }) {
  const t = useTranslations("models");
  const facts = useModelFacts();
  const { edit, busy } = useModelEdits(setModel);
  const [scope, setScope] = useState<Scope>(
    mayEditAll && model.row.hiddenBy === "instance" ? "instance" : "team",
  );
  const [editing, setEditing] = useState(false);
  const { row } = model;
  const said = row.said?.[scope] ?? null;
  const isHidden = row.hiddenBy === scope;
  const input = { scope, vendor: row.vendor, model: row.id };

  function say(entry: CatalogueEntry, hidden: boolean, done: Done): void {
    const isNothing = !hidden && Object.keys(entry).length === 0;
    edit({ ...input, said: isNothing ? null : { entry, hidden } }, row.name, done);
  }

  const setHidden = (hidden: boolean) => say(said?.entry ?? {}, hidden, hidden ? "hidden" : "shown");

  function setSameAs(sameAs: string | null): void {
    const { sameAs: _before, ...rest } = said?.entry ?? {};
    say(sameAs === null ? rest : { ...rest, sameAs }, isHidden, "saved");
  }

  return (
    <div className="flex flex-col gap-6">
      {row.hiddenBy === "instance" && scope === "team" && <Notice>{t("hiddenByInstance")}</Notice>}
      {row.price === null && (
        <Notice tone="warn" title={t("unpricedTitle")} action={mayPrice && <SetPriceLink row={row} />}>
          {t("unpricedBody")}
        </Notice>
      )}
      {deployable !== null && (
        <section className="flex flex-col gap-4 rounded-xl border border-line p-4">
          {mayEditAll && <ScopeChoice scope={scope} onChange={setScope} />}
          <DeploymentChoice
            key={`${scope} ${said?.entry.sameAs}`}
            row={row}
            models={deployable}
            sameAs={said?.entry.sameAs ?? null}
            busy={busy}
            onSave={setSameAs}
          />
        </section>
      )}
      <FactList groups={facts(row, figures).slice(row.price === null ? 1 : 0)} />
      <section className="flex flex-col gap-4 border-line border-t pt-5">
        {mayEditAll && <ScopeChoice scope={scope} onChange={setScope} />}
        <div className="flex flex-wrap gap-2">
          <Button busy={busy} onClick={() => setHidden(!isHidden)}>
            {isHidden ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
            {t(isHidden ? "show" : "hide")}
          </Button>
          <Button aria-expanded={editing} onClick={() => setEditing(!editing)}>
            <PencilLine aria-hidden="true" />
            {t("edit")}
          </Button>
        </div>
        {!isHidden && !editing && <p className="text-muted text-xs">{t("hideHint")}</p>}
        {editing && (
          <>
            <p className="text-muted text-xs">{t("editHint")}</p>
            <ModelForm
              key={scope}
              said={said?.entry ?? {}}
              known={row.known === undefined ? row.entry : row.known[scope]}
              busy={busy}
              onSave={(entry) => say(entry, isHidden, "saved")}
            />
          </>
        )}
        {said !== null && (
          <Button
            variant="ghost"
            busy={busy}
            className="self-start"
            onClick={() => edit({ ...input, said: null }, row.name, "takenBack")}
          >
            {t("takeBack")}
          </Button>
        )}
      </section>
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
