"use client";

import { type RefObject, useEffect } from "react";

const KEYS = new Set(["ArrowUp", "PageUp", "Home"]);
/** A finger is never quite still. */
const FINGER_PX = 6;

/** Calls `onLetGo` as soon as the reader moves up, by wheel, finger or key, or by other means (the scroll bar, the
 *  browser's search) while the height stays. Positions alone do not tell: while text streams in, a scroll upwards and
 *  a change of height come in the same frame. */
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
    let seen = { top: element.scrollTop, height: element.scrollHeight };
    function see(): void {
      if (element) seen = { top: element.scrollTop, height: element.scrollHeight };
    }
    element.addEventListener(
      "scroll",
      () => {
        if (element.scrollHeight === seen.height && element.scrollTop < seen.top - 1) onLetGo();
        see();
      },
      // Before a listener that changes the height.
      { ...options, capture: true },
    );
    const observer = new ResizeObserver(see);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      controller.abort();
      observer.disconnect();
    };
  }, [scroller, onLetGo]);
}
