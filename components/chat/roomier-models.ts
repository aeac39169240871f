import { contextFill } from "@/lib/chat/context-fill";
import type { ContextUse } from "@/lib/chat/context-use";
import type { Picker, PickerModel } from "@/lib/chat/picker";

/** Connected models with a longer context than `model`, in which what would be sent fits as far as it is known; the
 *  smallest first. */
export function roomierModels(
  { models }: Picker,
  model: PickerModel | null,
  use: ContextUse | null,
  typedTokens: number,
): PickerModel[] {
  const least = model?.contextLength ?? 0;
  const fits = (candidate: PickerModel): boolean =>
    use === null || contextFill(use, candidate, typedTokens)?.level !== "over";
  return models
    .filter((candidate) => candidate.name !== model?.name && (candidate.contextLength ?? 0) > least)
    .filter(fits)
    .sort((a, b) => (a.contextLength ?? 0) - (b.contextLength ?? 0));
}
