import type { Picker, PickerModel } from "@/lib/chat/picker";

export interface PickerGroups {
  favourites: PickerModel[];
  recent: PickerModel[];
  /** By the vendor's name, in the order of the picker. */
  vendors: [vendorName: string, models: PickerModel[]][];
}

/** Each model once: starred ones first, then those chosen lately, then the others by vendor. */
export function pickerGroups({ models, recent }: Picker, starred: readonly string[]): PickerGroups {
  const byName = new Map(models.map((model) => [model.name, model]));
  const favourites = [...new Set(starred)].flatMap((name) => byName.get(name) ?? []);
  const first = new Set(favourites);
  const lately = [...new Set(recent)]
    .flatMap((name) => byName.get(name) ?? [])
    .filter((one) => !first.has(one));
  const shown = new Set([...favourites, ...lately]);
  const rest = models.filter((model) => !shown.has(model));
  return { favourites, recent: lately, vendors: [...Map.groupBy(rest, ({ vendorName }) => vendorName)] };
}
