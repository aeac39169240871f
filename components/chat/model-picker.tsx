"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { type Chosen, chosen } from "./chosen";
import { ModeDot } from "./mode-dot";
import { PickerPopover } from "./picker-popover";

interface ModelPickerProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** Gets the focus back. */
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Who answers. */
export function ModelPicker({ picker, choice, onChoose, textarea }: ModelPickerProps) {
  const t = useTranslations("chat");
  const now = chosen(choice, picker);
  const name = nameOf(now, t);

  function focusComposer(event: Event): void {
    event.preventDefault();
    textarea.current?.focus();
  }

  return (
    <PickerPopover
      picker={picker}
      choice={choice}
      onChoose={onChoose}
      onCloseAutoFocus={focusComposer}
      trigger={
        <button
          type="button"
          aria-label={t("picker.labelWith", { name })}
          className="inline-flex h-9 min-w-0 max-w-full items-center gap-2 rounded-full px-3 text-sm transition-colors duration-120 hover:bg-surface-hover data-[state=open]:bg-surface-hover pointer-coarse:h-11"
        >
          <ModeDot mode={now.kind === "mode" ? now.mode : null} />
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      }
    />
  );
}

function nameOf(now: Chosen, t: ReturnType<typeof useTranslations<"chat">>): string {
  return now.kind === "mode" ? t(now.mode) : (now.model?.displayName ?? now.name);
}
