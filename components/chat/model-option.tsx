"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PickerModel } from "@/lib/chat/picker";
import { ChosenMark } from "./chosen-mark";
import { ModelFacts } from "./model-facts";

interface ModelOptionProps {
  model: PickerModel;
  chosen: boolean;
  onChoose: () => void;
}

export function ModelOption({ model, chosen, onChoose }: ModelOptionProps) {
  const t = useTranslations("common");
  return (
    <Command.Item
      value={model.name}
      keywords={[model.displayName, model.vendorName]}
      onSelect={onChoose}
      className="flex min-h-9 select-none items-center gap-2.5 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11"
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
      <ChosenMark shown={chosen} />
    </Command.Item>
  );
}
