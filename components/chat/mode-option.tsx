"use client";

import { Command } from "cmdk";
import { useLocale, useTranslations } from "next-intl";
import type { PickerMode } from "@/lib/chat/picker";
import { errorValues } from "@/lib/i18n/error-values";
import { ChosenMark } from "./chosen-mark";
import { ModeDot } from "./mode-dot";
import { ModelFacts } from "./model-facts";

interface ModeOptionProps {
  entry: PickerMode;
  chosen: boolean;
  onChoose: () => void;
}

export function ModeOption({ entry: { mode, model, reason }, chosen, onChoose }: ModeOptionProps) {
  const t = useTranslations("chat");
  const tAll = useTranslations();
  const locale = useLocale();
  return (
    <Command.Item
      value={mode}
      keywords={[t(mode)]}
      disabled={model === null}
      onSelect={onChoose}
      className="flex min-h-13 select-none items-start gap-2.5 rounded-md px-2 py-2 text-sm data-[selected=true]:bg-surface-hover data-[disabled=true]:text-muted"
    >
      <ModeDot mode={mode} className="mt-1.5" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span
            className={mode === "knowledge" ? "font-medium text-knowledge" : "font-medium text-reasoning"}
          >
            {t(mode)}
          </span>
          {model !== null && <span className="truncate text-muted text-xs">{model.displayName}</span>}
        </span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted text-xs">
          <span>{t(mode === "knowledge" ? "knowledgeHint" : "reasoningHint")}</span>
          {model !== null && <ModelFacts model={model} />}
        </span>
        {reason !== null && (
          <span className="mt-1 block text-warn text-xs">
            {tAll(`errors.${reason.code}`, errorValues(reason, locale))}
          </span>
        )}
      </span>
      <ChosenMark shown={chosen} />
    </Command.Item>
  );
}
