"use client";

import { Eye, EyeOff, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import { DeploymentChoice } from "./deployment-choice";
import type { FoundModel } from "./find-models";
import { ModelForm } from "./model-form";
import { type Scope, ScopeChoice } from "./scope-choice";
import { type Done, type SetModel, useModelEdits } from "./use-model-edits";

interface ModelActionsProps {
  row: CatalogueRow;
  /** Models that may answer under its name; null where customers name none. */
  deployable: readonly FoundModel[] | null;
  mayEditAll: boolean;
  scope: Scope;
  onScope: (scope: Scope) => void;
  setModel: SetModel;
}

/** What can be said of a model here. */
export function ModelActions({ row, deployable, mayEditAll, scope, onScope, setModel }: ModelActionsProps) {
  const t = useTranslations("models");
  const { edit, busy } = useModelEdits(setModel);
  const [editing, setEditing] = useState(false);
  const said = row.said?.[scope] ?? null;
  const isHidden = said?.hidden === true;
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

  const takeBack = () => edit({ ...input, said: null }, row.name, "takenBack", () => setEditing(false));

  return (
    <section className="flex flex-col gap-4">
      {mayEditAll && <ScopeChoice scope={scope} onChange={onScope} />}
      {deployable !== null && (
        <DeploymentChoice
          key={`${scope} ${said?.entry.sameAs}`}
          row={row}
          models={deployable}
          sameAs={said?.entry.sameAs ?? null}
          busy={busy}
          onSave={setSameAs}
        />
      )}
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
        <Button variant="ghost" busy={busy} className="self-start" onClick={takeBack}>
          {t("takeBack")}
        </Button>
      )}
    </section>
  );
}
