"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { PickerModel } from "@/lib/chat/picker";
import { ChosenMark } from "./chosen-mark";
import { ModelFacts } from "./model-facts";
import { PickerOption, type PickerOptionPlace } from "./picker-option";

interface ModelOptionProps extends PickerOptionPlace {
  model: PickerModel;
  chosen: boolean;
  /** Null where nothing can be starred. */
  starred: boolean | null;
}

/** On what is pressed to star a model, with its name. */
export const STAR_ATTRIBUTE = "data-star";
/** Two lines, whatever they say. */
export const MODEL_HEIGHT_PX = 44;

export const ModelOption = memo(function ModelOption({ model, chosen, starred, ...place }: ModelOptionProps) {
  const t = useTranslations("common");
  return (
    <PickerOption {...place} className="h-11 items-center">
      <span className="min-w-0 flex-1 leading-snug">
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="truncate">{model.displayName}</span>
          {model.demo && <Badge tone="warn">{t("demo")}</Badge>}
        </span>
        <span className="block truncate text-muted text-xs">
          <ModelFacts model={model} />
        </span>
      </span>
      {starred !== null && (
        <span
          aria-hidden="true"
          {...{ [STAR_ATTRIBUTE]: model.name }}
          className={cn(
            "flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-surface-active pointer-coarse:size-10",
            starred ? "text-warn" : "text-muted opacity-0 pointer-coarse:opacity-100",
            !starred && place.highlighted && "opacity-100",
          )}
        >
          <Star className={cn("size-4", starred && "fill-current")} />
        </span>
      )}
      <ChosenMark shown={chosen} />
    </PickerOption>
  );
});
