"use client";

import { Ban } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import type { UnavailableModel } from "@/lib/chat/picker";
import { PickerOption, type PickerOptionPlace } from "./picker-option";
import { useMending } from "./use-mending";

interface UnavailableOptionProps extends PickerOptionPlace {
  model: UnavailableModel;
  /** Names of those in the team who may help. */
  ask: readonly string[];
}

/** Why a model cannot be chosen, and what to do about it; choosing it does that. */
export const UnavailableOption = memo(function UnavailableOption({
  model,
  ask,
  ...place
}: UnavailableOptionProps) {
  const t = useTranslations("chat.picker");
  const format = useFormatter();
  const href = useMending()(model);
  const { reason, vendorName } = model;
  return (
    <PickerOption {...place} className="min-h-11 items-start py-1.5 text-muted">
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          {model.displayName} <span className="text-muted text-xs">{vendorName}</span>
        </span>
        <span className="block text-pretty text-xs">
          {t(`why.${reason}`, { vendor: vendorName })}{" "}
          {(href === null || (reason === "role" && ask.length > 0)) &&
            t(`ask.${reason}`, { vendor: vendorName, count: ask.length, names: format.list(ask) })}{" "}
          {href !== null && <span className="underline">{t(`todo.${reason}`)}</span>}
        </span>
      </span>
    </PickerOption>
  );
});
