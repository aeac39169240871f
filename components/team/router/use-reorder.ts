"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface Reorder {
  /** Of the list. */
  count: number;
  /** What an item is called. */
  nameOf: (place: number) => string;
  move: (place: number, by: -1 | 1) => void;
}

/** Marks the buttons of an item that moves it, so that the focus goes with it. */
export const MOVE_ATTRIBUTE = "data-move";

/** Moves items by button or with Alt and an arrow; the focus stays with the item, and where it went is said. */
export function useReorder<Frame extends HTMLElement>({ count, nameOf, move }: Reorder) {
  const t = useTranslations("router.reorder");
  const frame = useRef<Frame>(null);
  const [said, setSaid] = useState("");
  const [focus, setFocus] = useState<{ place: number; by: -1 | 1 } | null>(null);

  useEffect(() => {
    if (!focus) return;
    const item = frame.current?.children[focus.place];
    item?.querySelector<HTMLElement>(`[${MOVE_ATTRIBUTE}="${focus.by}"]`)?.focus();
    setFocus(null);
  }, [focus]);

  function go(place: number, by: -1 | 1): void {
    const to = place + by;
    if (to < 0 || to >= count) return;
    move(place, by);
    setSaid(t("moved", { name: nameOf(place), place: to + 1, count }));
    setFocus({ place: to, by });
  }

  return {
    frame,
    /** For a status that screen readers announce. */
    said,
    go,
    onKeyDown: (event: KeyboardEvent, place: number): void => {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      go(place, event.key === "ArrowUp" ? -1 : 1);
    },
  };
}
