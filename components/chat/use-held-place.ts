"use client";

import { type RefObject, useEffect } from "react";

interface Held {
  /** Finds the row again, also when what was read has taken the place of its skeleton. */
  selector: string;
  isRead: boolean;
  top: number;
}

/** Holds what the reader sees in its place while rows above it come, go or grow: all of it in browsers that do not
 *  do so themselves (Safari), and skeletons, which no browser knows again, in all. */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const box = scroller.current;
    const rows = list.current;
    if (box === null || rows === null) return;
    const browserHolds = CSS.supports("overflow-anchor", "auto");
    let held: Held | null = null;

    function hold(): void {
      if (box !== null && rows !== null) held = heldRow(box, rows);
    }

    function putBack(): void {
      const row = held === null ? null : rows?.querySelector(held.selector);
      if (box !== null && held !== null && row && !(browserHolds && held.isRead)) {
        const moved = row.getBoundingClientRect().top - held.top;
        // At the end the conversation itself follows what comes.
        const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 1;
        if (Math.abs(moved) >= 1 && !atEnd) box.scrollTop += moved;
      }
      hold();
    }

    hold();
    const observer = new ResizeObserver(putBack);
    observer.observe(rows);
    const controller = new AbortController();
    const options = { passive: true, signal: controller.signal };
    // Before the listener that renders other rows; and after it, where no row was in sight before.
    box.addEventListener("scroll", hold, { ...options, capture: true });
    box.addEventListener("scroll", () => held ?? hold(), options);
    return () => {
      observer.disconnect();
      controller.abort();
    };
  }, [scroller, list]);
}

/** The first row in sight that is read, else the first skeleton. */
function heldRow(box: HTMLElement, rows: HTMLElement): Held | null {
  const { top, bottom } = box.getBoundingClientRect();
  const inSight = [...rows.querySelectorAll<HTMLElement>("[data-place]")].filter((row) => {
    const place = row.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  });
  const row = inSight.find(({ dataset }) => dataset.row !== undefined) ?? inSight[0];
  if (row === undefined) return null;
  const { row: id, place } = row.dataset;
  return {
    selector: id === undefined ? `[data-place="${place}"]` : `[data-row="${id}"]`,
    isRead: id !== undefined,
    top: row.getBoundingClientRect().top,
  };
}
