import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import type { Thinking } from "@/lib/router/thinking";

/** What each field of a setting is given that not every model takes. */
export interface SettingFieldProps {
  settings: ChatSettings;
  abilities: ModelAbilities;
  thinking: Thinking;
  /** As people know it. */
  model: string;
}

export interface TypedFieldProps extends SettingFieldProps {
  typed: string;
  onType: (typed: string) => void;
  isWrong: boolean;
}

/** Greyed, and still within reach of the keyboard, so that a screen reader says why. */
export const GREYED = { readOnly: true, "aria-disabled": true, className: "cursor-not-allowed opacity-60" };
