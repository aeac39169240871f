"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import type { RoutableModel } from "@/lib/routing/routing-view";
import { ModelPrice } from "./model-price";

export type OfferedModel = Pick<RoutableModel, "name" | "displayName" | "providerName" | "price">;

interface ModelComboboxProps {
  models: readonly OfferedModel[];
  /** What opens. */
  label: string;
  /** One button. */
  trigger: ReactNode;
  onChoose: (name: string) => void;
  /** Above the models: a way back to none. */
  none?: { label: string; onChoose: () => void };
}

/** Finds a model by name among many. */
export function ModelCombobox({ models, label, trigger, onChoose, none }: ModelComboboxProps) {
  const t = useTranslations("router.model");
  const [open, setOpen] = useState(false);
  const choose = (act: () => void) => () => {
    act();
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={label}
      trigger={trigger}
      className={cn(
        "flex max-h-[min(24rem,var(--radix-popover-content-available-height))] w-96 max-w-[calc(100vw-1rem)] flex-col overflow-hidden p-0",
        // What is searched stays as high while less and less is found.
        models.length > A_FEW && "h-[min(24rem,var(--radix-popover-content-available-height))]",
      )}
    >
      <Command label={label} loop className="flex min-h-0 flex-1 flex-col">
        <div className="flex items-center gap-2 border-line border-b px-3">
          <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
          <Command.Input
            autoFocus
            placeholder={t("search")}
            className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none sm:text-sm"
          />
        </div>
        <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-muted text-sm">{t("none")}</Command.Empty>
          {none && (
            <Command.Item
              value=" "
              keywords={[none.label]}
              onSelect={choose(none.onChoose)}
              className={ITEM_CLASS}
            >
              {none.label}
            </Command.Item>
          )}
          {models.map((model) => (
            <Command.Item
              key={model.name}
              value={model.name}
              keywords={[model.displayName, model.providerName]}
              onSelect={choose(() => onChoose(model.name))}
              className={ITEM_CLASS}
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="[overflow-wrap:anywhere]">{model.displayName}</span>
                <span className="font-mono text-muted text-xs [overflow-wrap:anywhere]">{model.name}</span>
              </span>
              <ModelPrice model={model} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Popover>
  );
}

const A_FEW = 6;
const ITEM_CLASS =
  "flex min-h-9 select-none items-center gap-3 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11";
