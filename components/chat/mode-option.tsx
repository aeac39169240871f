"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "@/components/ui/cn";
import type { PickerMode } from "@/lib/chat/picker";
import { errorValues } from "@/lib/i18n/error-values";
import { ChosenMark } from "./chosen-mark";
import { ModeDot } from "./mode-dot";
import { MODE_TEXT } from "./mode-text";
import { ModelFacts } from "./model-facts";
import { PickerOption, type PickerOptionPlace } from "./picker-option";

interface ModeOptionProps extends PickerOptionPlace {
  entry: PickerMode;
  chosen: boolean;
}

export const ModeOption = memo(function ModeOption({ entry, chosen, ...place }: ModeOptionProps) {
  const { mode, model, reason } = entry;
  const t = useTranslations("chat");
  const tAll = useTranslations();
  const locale = useLocale();
  return (
    <PickerOption
      {...place}
      disabled={model === null}
      className="min-h-13 items-start py-2 aria-disabled:text-muted"
    >
      <ModeDot mode={mode} className="mt-1.5" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className={cn("font-medium", MODE_TEXT[mode])}>{t(mode)}</span>
          {model !== null && mode !== "auto" && (
            <span className="truncate text-muted text-xs">{model.displayName}</span>
          )}
        </span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted text-xs">
          <span>{t(`${mode}Hint`)}</span>
          {model !== null && mode !== "auto" && <ModelFacts model={model} />}
        </span>
        {reason !== null && (
          <span className="mt-1 block text-warn text-xs">
            {tAll(`errors.${reason.code}`, errorValues(reason, locale))}
          </span>
        )}
      </span>
      <ChosenMark shown={chosen} />
    </PickerOption>
  );
});
