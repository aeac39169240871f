"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { type Chosen, chosen } from "./chosen";
import { ModeDot } from "./mode-dot";

const PickerPanel = dynamic(() => import("./picker-panel").then((module) => module.PickerPanel), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-72" />,
});

interface ModelPickerProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** Gets the focus back. */
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Who answers. A panel over the composer; on a narrow screen it fills it. */
export function ModelPicker({ picker, choice, onChoose, textarea }: ModelPickerProps) {
  const t = useTranslations("chat");
  const [open, setOpen] = useState(false);
  const now = chosen(choice, picker);
  const name = nameOf(now, t);

  function choose(next: Choice): void {
    onChoose(next);
    setOpen(false);
  }

  function focusComposer(event: Event): void {
    event.preventDefault();
    textarea.current?.focus();
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      onCloseAutoFocus={focusComposer}
      side="top"
      label={t("picker.title")}
      className="flex h-[min(32rem,var(--radix-popover-content-available-height))] w-120 flex-col overflow-hidden p-0 max-sm:h-(--radix-popover-content-available-height) max-sm:w-[calc(100vw-1rem)]"
      trigger={
        <button
          type="button"
          aria-label={t("picker.labelWith", { name })}
          className="inline-flex h-9 max-w-full items-center gap-2 rounded-full px-3 text-sm transition-colors duration-120 hover:bg-surface-hover data-[state=open]:bg-surface-hover pointer-coarse:h-11"
        >
          <ModeDot mode={now.kind === "mode" ? now.mode : null} />
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <PickerPanel picker={picker} choice={choice} onChoose={choose} onClose={() => setOpen(false)} />
    </Popover>
  );
}

function nameOf(now: Chosen, t: ReturnType<typeof useTranslations<"chat">>): string {
  return now.kind === "mode" ? t(now.mode) : (now.model?.displayName ?? now.name);
}
