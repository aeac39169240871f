"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Picker, UnavailableModel } from "@/lib/chat/picker";
import { toSearchQuery } from "./match-rank";
import { type PickerRows, pickerRows } from "./picker-rows";
import { foundSections, pickerSections } from "./picker-sections";
import { toSearched } from "./rank-models";

const NONE: readonly UnavailableModel[] = [];

/** What the list shows for what is typed.
 *  @param isComing the picker is a part, and the rest is on its way: a search waits for it */
export function usePickerRows(
  picker: Picker,
  isComing: boolean,
  text: string,
  starred: readonly string[],
  unavailable: readonly UnavailableModel[] | null,
): PickerRows {
  const t = useTranslations("chat");
  const texts = useMemo(
    () => ({
      modes: t("picker.modes"),
      favourites: t("picker.favourites"),
      recent: t("picker.recent"),
      unavailable: t("picker.unavailable"),
      mode: { auto: t("auto"), knowledge: t("knowledge"), reasoning: t("reasoning") },
    }),
    [t],
  );
  const { modes, models } = picker;
  const query = useMemo(() => toSearchQuery(text), [text]);
  const isSearched = query !== null && !isComing;
  const searched = useMemo(() => (isSearched ? models.map(toSearched) : []), [isSearched, models]);
  const all = useMemo(() => pickerSections(picker, starred, texts), [picker, starred, texts]);
  const others = isComing ? NONE : (unavailable ?? NONE);
  return useMemo(
    () => pickerRows(query === null ? all : foundSections(modes, searched, query, others, texts)),
    [query, all, modes, searched, others, texts],
  );
}
