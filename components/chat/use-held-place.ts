"use client";

import { type RefObject, useEffect } from "react";

/** Holds what the reader sees in its place while rows above it come, go or grow, in browsers that do not do so
 *  themselves (Safari). */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const box = scroller.current;
    const rows = list.current;
    if (box === null || rows === null || CSS.supports("overflow-anchor", "auto")) return;
    let held: { row: Element; top: number } | null = null;

    function hold(): void {
      const edge = box?.getBoundingClientRect().top ?? 0;
      const row = [...(rows?.querySelectorAll("[data-row]") ?? [])].find(
        (element) => element.getBoundingClientRect().bottom > edge,
      );
      held = row === undefined ? null : { row, top: row.getBoundingClientRect().top };
    }

    function putBack(): void {
      if (box !== null && held?.row.isConnected) {
        const moved = held.row.getBoundingClientRect().top - held.top;
        // At the end the conversation itself follows what comes.
        const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 1;
        if (Math.abs(moved) >= 1 && !atEnd) box.scrollTop += moved;
      }
      hold();
    }

    hold();
    const observer = new ResizeObserver(putBack);
    observer.observe(rows);
    box.addEventListener("scroll", hold, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", hold);
    };
  }, [scroller, list]);
}
