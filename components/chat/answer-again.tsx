"use client";

import { ChevronDown, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { MessageMetadata } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { choiceOf } from "./choice-of";
import { PickerPopover } from "./picker-popover";

interface AnswerAgainProps {
  metadata: MessageMetadata;
  picker: Picker;
  /** Without a choice, by what the composer has chosen. */
  onRegenerate: (choice?: Choice) => void;
  /** A button that retries is there already. */
  retryShown: boolean;
}

/** Another answer beside this one: at once, or by another mode or model. */
export function AnswerAgain({ metadata, picker, onRegenerate, retryShown }: AnswerAgainProps) {
  const t = useTranslations("chat");
  return (
    <span className="inline-flex">
      {!retryShown && (
        <IconButton label={t("regenerate")} onClick={() => onRegenerate()}>
          <RefreshCw />
        </IconButton>
      )}
      <PickerPopover
        picker={picker}
        choice={choiceOf(metadata) ?? NOBODY}
        onChoose={onRegenerate}
        trigger={
          <IconButton label={t("message.regenerateWith")} className="-ml-1 w-6 pointer-coarse:w-9">
            <ChevronDown />
          </IconButton>
        }
      />
    </span>
  );
}

/** Nothing in the list is what the answer came from. */
const NOBODY: Choice = { kind: "model", model: "" };
