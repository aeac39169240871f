"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { UnavailableModel } from "@/lib/chat/picker";
import { PickerOption, type PickerOptionPlace } from "./picker-option";
import { useMending } from "./use-mending";

interface UnavailableOptionProps extends PickerOptionPlace {
  model: UnavailableModel;
}

/** Why a model cannot be chosen, and what to do about it; choosing it does that. */
export const UnavailableOption = memo(function UnavailableOption({
  model,
  ...place
}: UnavailableOptionProps) {
  const t = useTranslations("chat.picker");
  const { todo, href } = useMending()(model);
  return (
    <PickerOption {...place} className="min-h-11 items-start py-1.5 text-muted">
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">
          {model.displayName} <span className="text-muted text-xs">{model.vendorName}</span>
        </span>
        <span className="block text-xs">
          {t(`why.${model.reason}`, { vendor: model.vendorName })}{" "}
          <span className={href === null ? undefined : "underline"}>{t(`todo.${todo}`)}</span>
        </span>
      </span>
    </PickerOption>
  );
});
