"use client";

import { Columns2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { ChatSettingsButton } from "./chat-settings-button";
import { ModelPicker } from "./model-picker";
import { usePickerHelp } from "./picker-help";
import type { ChatSettingsState } from "./use-chat-settings";
import type { CompareSet } from "./use-compare-set";

interface ComposerToolsProps {
  picker: Picker;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  settings: ChatSettingsState;
  compareSet: CompareSet;
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Who answers, and how: one, or several at once. */
export function ComposerTools({ compareSet, settings, onChoose, ...asked }: ComposerToolsProps) {
  const t = useTranslations("chat.compare");
  const { picker, choice, textarea } = asked;
  const isComparing = compareSet.choices !== null;
  const mayCompare = usePickerHelp()?.may.compare ?? false;
  return (
    <>
      {!isComparing && (
        <ModelPicker picker={picker} choice={choice} onChoose={onChoose} textarea={textarea} />
      )}
      <ChatSettingsButton settings={settings} choice={choice} picker={picker} />
      {mayCompare && (
        <IconButton
          label={t("start")}
          pressed={isComparing}
          onClick={isComparing ? compareSet.stop : compareSet.start}
          className="size-9 rounded-full pointer-coarse:size-11"
        >
          <Columns2 />
        </IconButton>
      )}
    </>
  );
}
