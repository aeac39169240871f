"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SidePanel } from "@/components/ui/side-panel";
import { toast } from "@/components/ui/toast";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import type { NewModelInput } from "@/lib/catalogue/model-input";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";
import { ModelForm } from "./model-form";
import { type Scope, ScopeChoice } from "./scope-choice";

export type AddModel = (input: NewModelInput) => Promise<ActionResult<void>>;

interface AddModelPanelProps {
  open: boolean;
  vendors: readonly (readonly [id: string, name: string])[];
  /** The vendor that is offered first. */
  first: string;
  mayEditAll: boolean;
  addModel: AddModel;
  /** Opens a model that is there, by `vendor/model` in any case. */
  onShow: (name: string) => void;
  onClose: () => void;
}

export function AddModelPanel({ open, vendors, first, mayEditAll, addModel, ...on }: AddModelPanelProps) {
  const { onShow, onClose } = on;
  const t = useTranslations("models");
  const router = useRouter();
  const answered = useAnswered();
  const [busy, start] = useTransition();
  const [scope, setScope] = useState<Scope>("team");
  const [picked, setPicked] = useState<string | null>(null);
  const vendor = picked ?? first;
  const [id, setId] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [there, setThere] = useState<string | null>(null);

  function save(entry: CatalogueEntry): void {
    const model = id.trim();
    setMissing(model === "");
    setThere(null);
    if (model === "") return;
    start(async () => {
      const result = await answered(addModel({ scope, vendor, model, said: { entry, hidden: false } }));
      if (result.ok) {
        setId("");
        onClose();
        toast.ok(t("done.added", { name: entry.name ?? model }));
      } else if (result.error.code === "model_exists") {
        setThere(`${vendor}/${model}`);
        // It may have come since this page was loaded.
        router.refresh();
      } else toast.error(result.error.message);
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
            onValueChange={setPicked}
            options={vendors.map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field label={t("addId")} hint={t("addIdHint")} error={isMissing && t("addMissing")}>
          <Input value={id} maxLength={256} onChange={(event) => setId(event.target.value)} />
        </Field>
        {there !== null && (
          <Notice
            tone="warn"
            role="alert"
            title={t("addThere", { name: there })}
            action={
              <Button size="sm" onClick={() => onShow(there)}>
                {t("addShow")}
              </Button>
            }
          >
            {t("addThereHint")}
          </Notice>
        )}
        <ModelForm said={{}} known={null} busy={busy} onSave={save} />
      </div>
    </SidePanel>
  );
}
