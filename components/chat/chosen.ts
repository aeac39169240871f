import type { Picker, PickerMode, PickerModel } from "@/lib/chat/picker";
import type { Choice, ChosenMode } from "@/lib/router/choice";

/** What a choice stands for in the picker. */
export type Chosen =
  | { kind: "mode"; mode: ChosenMode; entry: PickerMode | null }
  | { kind: "model"; name: string; model: PickerModel | null };

export function chosen(choice: Choice, picker: Picker): Chosen {
  if (choice.kind === "mode") {
    const entry = picker.modes.find(({ mode }) => mode === choice.mode) ?? null;
    return { kind: "mode", mode: choice.mode, entry };
  }
  return {
    kind: "model",
    name: choice.model,
    model: picker.models.find(({ name }) => name === choice.model) ?? null,
  };
}
