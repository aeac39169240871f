"use client";

import { type RefObject, useEffect } from "react";

const KEYS = new Set(["ArrowUp", "PageUp", "Home"]);
/** A finger is never quite still. */
const FINGER_PX = 6;

/** Calls `onLetGo` as soon as the reader moves up, by wheel, finger or key. Positions alone do not tell: while
 *  text streams in, a scroll upwards and a change of height come in the same frame. */
export function useLetGo(scroller: RefObject<HTMLElement | null>, onLetGo: () => void): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const controller = new AbortController();
    const options = { passive: true, signal: controller.signal };
    let fingerY = 0;
    element.addEventListener("wheel", (event) => event.deltaY < 0 && onLetGo(), options);
    element.addEventListener("keydown", (event) => KEYS.has(event.key) && onLetGo(), options);
    element.addEventListener(
      "touchstart",
      (event) => {
        fingerY = event.touches[0]?.clientY ?? 0;
      },
      options,
    );
    element.addEventListener(
      "touchmove",
      (event) => (event.touches[0]?.clientY ?? 0) > fingerY + FINGER_PX && onLetGo(),
      options,
    );
    return () => controller.abort();
  }, [scroller, onLetGo]);
}
