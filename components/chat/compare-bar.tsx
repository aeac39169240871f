"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { MOST_COMPARED } from "@/lib/chat/most-compared";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { columnName } from "./column-name";
import { ModeDot } from "./mode-dot";
import { PickerPopover } from "./picker-popover";
import { type CompareSet, keyOf } from "./use-compare-set";

interface CompareBarProps {
  set: CompareSet;
  choices: readonly Choice[];
  picker: Picker;
  /** An answer is being written. */
  busy: boolean;
  /** Gets the focus back. */
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Who the next question goes to, above where it is written. */
export function CompareBar({ set, choices, picker, busy, textarea }: CompareBarProps) {
  const t = useTranslations("chat");
  const isFull = choices.length >= MOST_COMPARED;

  function focusComposer(event: Event): void {
    event.preventDefault();
    textarea.current?.focus();
  }

  return (
    <section
      aria-label={t("compare.label")}
      className="flex flex-col gap-1.5 border-line border-b px-3 pt-2.5 pb-2 text-sm"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 text-pretty text-muted text-xs leading-relaxed">
          {t(busy ? "compare.busy" : set.ready ? "compare.hint" : "compare.needTwo")}
        </p>
        <IconButton label={t("compare.stop")} onClick={set.stop} className="-my-1 -mr-1.5">
          <X />
        </IconButton>
      </div>
      <ul className="flex flex-wrap items-center gap-1.5">
        {choices.map((choice) => {
          const name = columnName({}, choice, picker, t);
          return (
            <li
              key={keyOf(choice)}
              className="inline-flex h-8 min-w-0 max-w-full items-center gap-2 rounded-full border border-line-strong/60 pl-3 pointer-coarse:h-11"
            >
              <ModeDot mode={choice.kind === "mode" ? choice.mode : null} />
              <span className="truncate">{name}</span>
              <IconButton
                label={t("compare.remove", { name })}
                onClick={() => set.remove(choice)}
                className="size-7 rounded-full pointer-coarse:size-10"
              >
                <X />
              </IconButton>
            </li>
          );
        })}
        <li>
          {isFull ? (
            <span className="px-1 text-muted text-xs">{t("compare.full")}</span>
          ) : (
            <PickerPopover
              picker={picker}
              choice={NOBODY}
              onChoose={set.add}
              onCloseAutoFocus={focusComposer}
              trigger={
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={t("compare.addLabel")}
                  className="rounded-full text-muted"
                >
                  <Plus aria-hidden="true" />
                  {t("compare.add")}
                </Button>
              }
            />
          )}
        </li>
      </ul>
    </section>
  );
}

/** Nothing in the list is chosen: each adds another. */
const NOBODY: Choice = { kind: "model", model: "" };
