"use client";

import { Command } from "cmdk";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Picker, PickerModel } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { ModeOption } from "./mode-option";
import { ModelOption } from "./model-option";

interface PickerPanelProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

const GROUP_CLASS =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs";

/** The modes first, then every model of every connected vendor. */
export function PickerPanel({ picker, choice, onChoose, onClose }: PickerPanelProps) {
  const t = useTranslations("chat");
  const chosenName = choice.kind === "mode" ? choice.mode : choice.model;
  return (
    <Command
      label={t("picker.title")}
      defaultValue={chosenName}
      loop
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-2 border-line border-b pr-2 pl-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Command.Input
          autoFocus
          placeholder={t("picker.search")}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none sm:text-sm"
        />
        <IconButton label={t("picker.close")} onClick={onClose} className="sm:hidden">
          <X />
        </IconButton>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-1.5 pb-1.5">
        <Command.Empty className="px-3 py-6 text-center text-muted text-sm">{t("picker.none")}</Command.Empty>
        <Command.Group heading={t("picker.modes")} className={GROUP_CLASS}>
          {picker.modes.map((entry) => (
            <ModeOption
              key={entry.mode}
              entry={entry}
              chosen={chosenName === entry.mode}
              onChoose={() => onChoose({ kind: "mode", mode: entry.mode })}
            />
          ))}
        </Command.Group>
        {byVendor(picker.models).map(([vendorName, models]) => (
          <Command.Group key={vendorName} heading={vendorName} className={GROUP_CLASS}>
            {models.map((model) => (
              <ModelOption
                key={model.name}
                model={model}
                chosen={chosenName === model.name}
                onChoose={() => onChoose({ kind: "model", model: model.name })}
              />
            ))}
          </Command.Group>
        ))}
        {picker.models.length === 0 && <p className="px-2 py-3 text-muted text-sm">{t("picker.noModels")}</p>}
      </Command.List>
      <p className="border-line border-t px-3 py-2 text-muted text-xs">{t("picker.perMillion")}</p>
    </Command>
  );
}

function byVendor(models: readonly PickerModel[]): [string, PickerModel[]][] {
  return [...Map.groupBy(models, ({ vendorName }) => vendorName)];
}
