"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SidePanel } from "@/components/ui/side-panel";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { ModelForm } from "./model-form";
import { type Scope, ScopeChoice } from "./scope-choice";
import { type SetModel, useModelEdits } from "./use-model-edits";

interface AddModelPanelProps {
  open: boolean;
  vendors: readonly (readonly [id: string, name: string])[];
  mayEditAll: boolean;
  setModel: SetModel;
  onClose: () => void;
}

export function AddModelPanel({ open, vendors, mayEditAll, setModel, onClose }: AddModelPanelProps) {
  const t = useTranslations("models");
  const { edit, busy } = useModelEdits(setModel);
  const [scope, setScope] = useState<Scope>("team");
  const [vendor, setVendor] = useState(vendors[0]?.[0] ?? "");
  const [id, setId] = useState("");
  const [isMissing, setMissing] = useState(false);

  function save(entry: CatalogueEntry): void {
    const model = id.trim();
    setMissing(model === "");
    if (model === "") return;
    edit({ scope, vendor, model, said: { entry, hidden: false } }, entry.name ?? model, "saved", () => {
      setId("");
      onClose();
    });
  }

  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title={t("addTitle")}
      subtitle={t("addHint")}
      closeLabel={t("close")}
    >
      <div className="flex flex-col gap-4">
        {mayEditAll && <ScopeChoice scope={scope} onChange={setScope} />}
        <Field label={t("addVendor")}>
          <Select
            value={vendor}
            onValueChange={setVendor}
            options={vendors.map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field label={t("addId")} hint={t("addIdHint")} error={isMissing && t("addMissing")}>
          <Input value={id} maxLength={256} onChange={(event) => setId(event.target.value)} />
        </Field>
        <ModelForm said={{}} known={null} busy={busy} onSave={save} />
      </div>
    </SidePanel>
  );
}
