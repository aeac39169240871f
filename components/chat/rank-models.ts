import { defaultFilter } from "cmdk";
import type { PickerModel } from "@/lib/chat/picker";
import { matchRank, type SearchQuery, type SearchText, toSearchText } from "./match-rank";

/** A model with what it is found by, worked out once. */
export interface SearchedModel {
  model: PickerModel;
  text: SearchText;
}

export interface RankedModel {
  model: PickerModel;
  /** Less is better. */
  rank: number;
}

/** A letter left out, or two next to each other: below it a match is chance. */
const LEAST_FUZZY = 0.13;

export function toSearched(model: PickerModel): SearchedModel {
  const { name, vendor, displayName, otherName, vendorName } = model;
  const id = name.slice(vendor.length + 1);
  return { model, text: toSearchText([displayName, id, otherName, name], vendorName) };
}

/** What has every word of a search, the best first and of equals the shortest name; where nothing has, what is nearly
 *  written so. */
export function rankModels(models: readonly SearchedModel[], query: SearchQuery): RankedModel[] {
  const exact = rankAll(models, (text) => matchRank(text, query));
  const ranked = exact.length > 0 ? exact : rankAll(models, (text) => fuzzyRank(text, query));
  return ranked.sort((a, b) => a.rank - b.rank || a.model.displayName.length - b.model.displayName.length);
}

function rankAll(
  models: readonly SearchedModel[],
  rankOf: (text: SearchText) => number | null,
): RankedModel[] {
  return models.flatMap(({ model, text }) => {
    const rank = rankOf(text);
    return rank === null ? [] : { model, rank };
  });
}

function fuzzyRank({ names, squashed, around }: SearchText, query: SearchQuery): number | null {
  // Scoring takes a thousand times as long as seeing that there is nothing to score.
  if (!squashed.some((name) => hasInOrder(name + around, query.squashed))) return null;
  const words = query.words.map(([word]) => word).join(" ");
  const score = Math.max(...names.map((name) => defaultFilter(name, words, [around])));
  return score < LEAST_FUZZY ? null : 1 - score;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
