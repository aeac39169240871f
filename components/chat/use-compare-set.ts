"use client";

import { useMemo, useState } from "react";
import { MOST_COMPARED } from "@/lib/chat/most-compared";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";

/** Who the next question goes to at once. */
export interface CompareSet {
  /** Null: to one alone, whom the composer has chosen. */
  choices: readonly Choice[] | null;
  /** There are enough of them. */
  ready: boolean;
  start: () => void;
  stop: () => void;
  add: (choice: Choice) => void;
  remove: (choice: Choice) => void;
}

export function useCompareSet(choice: Choice, picker: Picker): CompareSet {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  return useMemo(
    () => ({
      choices,
      ready: choices !== null && choices.length > 1,
      start: () => setChoices(firstSet(choice, picker)),
      stop: () => setChoices(null),
      add: (added) =>
        setChoices((now) =>
          now === null || now.length >= MOST_COMPARED || now.some((each) => keyOf(each) === keyOf(added))
            ? now
            : [...now, added],
        ),
      remove: (removed) => setChoices((now) => now?.filter((each) => keyOf(each) !== keyOf(removed)) ?? null),
    }),
    [choices, choice, picker],
  );
}

export const keyOf = (choice: Choice): string => (choice.kind === "mode" ? choice.mode : choice.model);

/** The two modes; a model that is chosen by name stands before what it may be compared with. */
function firstSet(choice: Choice, { modes }: Picker): Choice[] {
  const usable = modes.flatMap(({ mode, model }): Choice[] =>
    model === null || mode === "auto" ? [] : [{ kind: "mode", mode }],
  );
  return choice.kind === "model" ? [choice, ...usable.slice(0, 1)] : usable;
}
