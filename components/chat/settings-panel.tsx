"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { Picker } from "@/lib/chat/picker";
import { MAX_INSTRUCTION_CHARACTERS } from "@/lib/chat/settings-limits";
import type { Choice } from "@/lib/router/choice";
import { EffortField } from "./effort-field";
import { OutputLimitField } from "./output-limit-field";
import { readDraft, type SettingsDraft, toDraft } from "./settings-draft";
import { settingsModel } from "./settings-model";
import { StandInField } from "./stand-in-field";
import { TemperatureField } from "./temperature-field";

interface SettingsPanelProps {
  settings: ChatSettings;
  onChange: (settings: ChatSettings) => void;
  choice: Choice;
  picker: Picker;
  onClose: () => void;
}

/** How this chat is answered. What the model does not take is greyed, with the reason, and kept for one that does. */
export function SettingsPanel({ settings, onChange, choice, picker, onClose }: SettingsPanelProps) {
  const t = useTranslations("chat.settings");
  const tChat = useTranslations("chat");
  const [draft, setDraft] = useState(() => toDraft(settings));
  const { problems } = readDraft(draft, settings);
  const { abilities, thinking, name } = settingsModel(choice, picker);
  const model = name ?? tChat(choice.kind === "mode" ? choice.mode : "picker.label");
  const isSet = Object.values(draft).some((typed) => typed !== "");

  function change(changed: Partial<SettingsDraft>): void {
    const next = { ...draft, ...changed };
    setDraft(next);
    onChange(readDraft(next, settings).settings);
  }

  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex items-start justify-between gap-2">
        <div>
          <h2 className="font-semibold text-base">{t("title")}</h2>
          <p className="mt-0.5 text-pretty text-muted text-xs leading-relaxed">{t("scope")}</p>
        </div>
        <IconButton label={t("close")} onClick={onClose} className="-mt-1 -mr-1 sm:hidden">
          <X />
        </IconButton>
      </div>
      <Field
        label={t("instructions")}
        error={problems.instructions && t("instructionsTooLong", { max: MAX_INSTRUCTION_CHARACTERS })}
      >
        <Textarea
          value={draft.instructions}
          onChange={({ target }) => change({ instructions: target.value })}
          placeholder={t("instructionsExample")}
        />
      </Field>
      <TemperatureField
        typed={draft.temperature}
        onType={(temperature) => change({ temperature })}
        isWrong={problems.temperature === true}
        settings={settings}
        abilities={abilities}
        thinking={thinking}
        model={model}
      />
      <EffortField
        onChoose={(effort) => change({ effort })}
        settings={settings}
        abilities={abilities}
        thinking={thinking}
        model={model}
      />
      <OutputLimitField
        typed={draft.maxOutputTokens}
        onType={(maxOutputTokens) => change({ maxOutputTokens })}
        isWrong={problems.maxOutputTokens === true}
        settings={settings}
        abilities={abilities}
        thinking={thinking}
        model={model}
      />
      <div className="flex justify-end">
        <Button size="sm" disabled={!isSet} onClick={() => change(toDraft({}))}>
          {t("reset")}
        </Button>
      </div>
      <div className="border-line border-t pt-4">
        <StandInField />
      </div>
    </div>
  );
}
