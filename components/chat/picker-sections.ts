import type { Picker, PickerMode, PickerModel, UnavailableModel } from "@/lib/chat/picker";
import type { ChosenMode } from "@/lib/router/choice";
import { matchRank, type SearchQuery, toSearchText } from "./match-rank";
import { pickerGroups } from "./picker-groups";
import { rankModels, type SearchedModel } from "./rank-models";

/** What can be pointed at in the picker; `value` is its own alone. */
export type PickerEntry =
  | { kind: "mode"; value: string; entry: PickerMode }
  | { kind: "model"; value: string; model: PickerModel }
  | { kind: "unavailable"; value: string; model: UnavailableModel };

export interface PickerSection {
  /** Its own alone. */
  key: string;
  heading: string;
  entries: readonly PickerEntry[];
}

export interface SectionTexts {
  modes: string;
  favourites: string;
  recent: string;
  unavailable: string;
  mode: Readonly<Record<ChosenMode, string>>;
}

/** The modes first, then starred models, then those chosen lately, then every other by vendor. */
export function pickerSections(
  picker: Picker,
  starred: readonly string[],
  texts: SectionTexts,
): PickerSection[] {
  const { favourites, recent, vendors } = pickerGroups(picker, starred);
  return filled([
    { key: "modes", heading: texts.modes, entries: picker.modes.map(ofMode) },
    { key: "favourites", heading: texts.favourites, entries: favourites.map(ofModel) },
    { key: "recent", heading: texts.recent, entries: recent.map(ofModel) },
    ...vendors.map(([heading, models]) => ({
      key: `of ${heading}`,
      heading,
      entries: models.map(ofModel),
    })),
  ]);
}

/** What a search finds: the best first in each section and the section of the best first; at the end what cannot be
 *  chosen. */
export function foundSections(
  modes: readonly PickerMode[],
  models: readonly SearchedModel[],
  query: SearchQuery,
  unavailable: readonly UnavailableModel[],
  texts: SectionTexts,
): PickerSection[] {
  const foundModes = modes
    .map((entry) => ({
      entry,
      rank: matchRank(toSearchText([texts.mode[entry.mode], entry.mode], ""), query),
    }))
    .filter(({ rank }) => rank !== null);
  const modeRank = Math.min(...foundModes.map(({ rank }) => rank ?? 0));
  const ranked = rankModels(models, query);
  const byVendor = [...Map.groupBy(ranked, ({ model }) => model.vendorName)];
  const sections = [
    {
      rank: modeRank,
      key: "modes",
      heading: texts.modes,
      entries: foundModes.map(({ entry }) => ofMode(entry)),
    },
    ...byVendor.map(([heading, found]) => ({
      rank: found[0]?.rank ?? 0,
      key: `of ${heading}`,
      heading,
      entries: found.map(({ model }) => ofModel(model)),
    })),
  ];
  return filled([
    ...sections.sort((a, b) => a.rank - b.rank),
    { key: "unavailable", heading: texts.unavailable, entries: unavailable.map(ofUnavailable) },
  ]);
}

const filled = (sections: readonly PickerSection[]): PickerSection[] =>
  sections.filter(({ entries }) => entries.length > 0);

const ofMode = (entry: PickerMode): PickerEntry => ({ kind: "mode", value: entry.mode, entry });
const ofModel = (model: PickerModel): PickerEntry => ({ kind: "model", value: model.name, model });
/** Apart from the names of models that can be chosen: one may be both, from two providers. */
const ofUnavailable = (model: UnavailableModel): PickerEntry => ({
  kind: "unavailable",
  value: `unavailable:${model.name}`,
  model,
});
