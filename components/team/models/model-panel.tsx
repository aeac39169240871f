"use client";

import { Eye, EyeOff, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SidePanel } from "@/components/ui/side-panel";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";
import { ModelForm } from "./model-form";
import { type Scope, ScopeChoice } from "./scope-choice";
import { type SetModel, useModelEdits } from "./use-model-edits";
import { useModelFacts } from "./use-model-facts";

interface ModelPanelProps {
  model: FoundModel | null;
  figures: Figures | null;
  mayEditAll: boolean;
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
  mayEditAll,
  setModel,
}: Omit<ModelPanelProps, "onClose"> & { model: FoundModel }) {
  const t = useTranslations("models");
  const facts = useModelFacts();
  const { edit, busy } = useModelEdits(setModel);
  const [scope, setScope] = useState<Scope>("team");
  const [editing, setEditing] = useState(false);
  const { row } = model;
  const said = row.said?.[scope] ?? null;
  const isHidden = row.hiddenBy === scope;
  const input = { scope, vendor: row.vendor, model: row.id };

  function setHidden(hidden: boolean): void {
    const entry = said?.entry ?? {};
    const isNothing = !hidden && Object.keys(entry).length === 0;
    edit({ ...input, said: isNothing ? null : { entry, hidden } }, row.name, hidden ? "hidden" : "shown");
  }

  return (
    <div className="flex flex-col gap-6">
      {row.hiddenBy === "instance" && scope === "team" && <Notice>{t("hiddenByInstance")}</Notice>}
      <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
        {facts(row, figures).map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
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
              known={row.entry}
              busy={busy}
              onSave={(entry) => edit({ ...input, said: { entry, hidden: isHidden } }, row.name, "saved")}
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
