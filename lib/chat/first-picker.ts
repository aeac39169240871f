import type { Choice } from "@/lib/router/choice";
import type { Picker } from "./picker";

/** So many fill the list as it opens; the others come when it is opened. */
const MOST = 30;

/** What a page is given of the picker: the first models, and those that it shows before the list is opened. */
export function firstPicker(picker: Picker, choice: Choice): Picker {
  const { modes, models, favourites, recent } = picker;
  if (models.length <= MOST) return picker;
  const shown = new Set([
    ...modes.map(({ model }) => model?.name),
    ...(choice.kind === "model" ? [choice.model] : []),
    ...favourites,
    ...recent,
  ]);
  return { ...picker, models: models.filter(({ name }, place) => place < MOST || shown.has(name)) };
}
