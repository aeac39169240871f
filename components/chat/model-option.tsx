"use client";

import { Command } from "cmdk";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { PickerModel } from "@/lib/chat/picker";
import { ChosenMark } from "./chosen-mark";
import { ModelFacts } from "./model-facts";

interface ModelOptionProps {
  model: PickerModel;
  chosen: boolean;
  /** Null where nothing can be starred. */
  starred: boolean | null;
  onChoose: () => void;
}

/** On what is pressed to star a model, with its name: the panel listens, because nothing in an option takes focus. */
export const STAR_ATTRIBUTE = "data-star";

export function ModelOption({ model, chosen, starred, onChoose }: ModelOptionProps) {
  const t = useTranslations("common");
  return (
    <Command.Item
      value={model.name}
      keywords={[model.displayName, model.vendorName]}
      onSelect={onChoose}
      className="group flex min-h-9 select-none items-center gap-2.5 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11"
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
        <span className="inline-flex min-w-0 items-center gap-1.5">
          <span className="truncate">{model.displayName}</span>
          {model.demo && <Badge tone="warn">{t("demo")}</Badge>}
        </span>
        <span className="text-muted text-xs">
          <ModelFacts model={model} />
        </span>
      </span>
      {starred !== null && (
        <span
          aria-hidden="true"
          {...{ [STAR_ATTRIBUTE]: model.name }}
          className={cn(
            "-my-1 flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-surface-active pointer-coarse:size-10",
            starred
              ? "text-warn"
              : "text-muted opacity-0 group-data-[selected=true]:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <Star className={cn("size-4", starred && "fill-current")} />
        </span>
      )}
      <ChosenMark shown={chosen} />
    </Command.Item>
  );
}
