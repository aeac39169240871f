import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { EFFORTS } from "@/lib/router/effort";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { type Thinking, thinkingOf } from "@/lib/router/thinking";
import { chosen } from "./chosen";

/** What a setting's field has to know of who would answer. */
export interface SettingsModel {
  abilities: ModelAbilities;
  thinking: Thinking;
  /** Null where no model would answer. */
  name: string | null;
}

/** As the server takes a model that it knows nothing of. */
const UNKNOWN: ModelAbilities = {
  reasoning: "none",
  thinksUnasked: false,
  temperature: "always",
  maxTemperature: 2,
  efforts: [],
  outputLimit: null,
};

/** The model that a choice stands for now. */
export function settingsModel(choice: Choice, picker: Picker): SettingsModel {
  const now = chosen(choice, picker);
  if (now.kind === "mode" && now.mode === "auto") {
    return { abilities: autoAbilities(picker), thinking: "default", name: null };
  }
  const model = now.kind === "mode" ? (now.entry?.model ?? null) : now.model;
  return {
    abilities: model?.abilities ?? UNKNOWN,
    thinking: thinkingOf(now.kind === "mode" && now.mode !== "auto" ? now.mode : null),
    name: model?.displayName ?? (now.kind === "model" ? now.name : null),
  };
}

/** Whoever answers takes of what is asked what it can: each effort that a mode's model has may be asked for. */
function autoAbilities({ modes }: Picker): ModelAbilities {
  const known = new Set(modes.flatMap(({ model }) => model?.abilities.efforts ?? []));
  return { ...UNKNOWN, efforts: EFFORTS.filter((effort) => known.has(effort)) };
}
