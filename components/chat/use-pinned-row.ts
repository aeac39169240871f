"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Path } from "./use-path";

/** The place of the row that has or last had the focus, or none: it stays rendered, so that neither the focus nor what
 *  is being written there is lost when it is scrolled out of sight. */
export function usePinnedRow(list: RefObject<HTMLElement | null>, at: Path["at"]): readonly number[] {
  const [pinned, setPinned] = useState<{ place: number; id: string } | null>(null);

  useEffect(() => {
    const rows = list.current;
    function onFocus({ target }: FocusEvent): void {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
      if (row) setPinned({ place: Number(row.dataset.place), id: row.dataset.row ?? "" });
    }
    rows?.addEventListener("focusin", onFocus);
    return () => rows?.removeEventListener("focusin", onFocus);
  }, [list]);

  // On another path something else is in that place.
  const place = pinned !== null && at(pinned.place)?.id === pinned.id ? pinned.place : null;
  return useMemo(() => (place === null ? [] : [place]), [place]);
}
