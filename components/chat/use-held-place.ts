"use client";

import { type RefObject, useEffect } from "react";

interface Held {
  /** Finds the row again, also when what was read has taken the place of its skeleton. */
  selector: string;
  top: number;
  scrollTop: number;
}

/** Holds what the reader sees in its place while rows above it come, go or grow. Most browsers do so themselves and
 *  better, because they need not stop a turn of the wheel for it, and where one did, nothing has moved. But some do
 *  not at all (Safari), and none after a leap to where nothing was rendered. */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const box = scroller.current;
    const rows = list.current;
    if (box === null || rows === null) return;
    let held: Held | null = null;

    function hold(): void {
      if (box !== null && rows !== null) held = heldRow(box, rows);
    }

    function putBack(): void {
      const row = held === null ? null : rows?.querySelector(held.selector);
      // Whoever has scrolled meanwhile knows why.
      if (box !== null && row && held?.scrollTop === box.scrollTop) {
        const moved = row.getBoundingClientRect().top - held.top;
        if (Math.abs(moved) >= 1) box.scrollTop += moved;
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
    top: row.getBoundingClientRect().top,
    scrollTop: box.scrollTop,
  };
}
