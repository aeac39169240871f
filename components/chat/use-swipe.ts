"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

/** Cards that lie side by side in a track and are swiped: which one is seen, and how to come to another. */
export function useSwipe(track: RefObject<HTMLElement | null>): {
  at: number;
  swipeTo: (at: number) => void;
} {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const element = track.current;
    if (element === null) return;
    const onScroll = (): void => {
      if (element.scrollWidth > element.clientWidth) setAt(nearestCard(element));
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [track]);

  const swipeTo = useCallback(
    (next: number) => {
      const element = track.current;
      const card = element?.children[next];
      if (!element || !(card instanceof HTMLElement)) return;
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollTo({
        left: card.offsetLeft - element.offsetLeft,
        behavior: isCalm ? "instant" : "smooth",
      });
      setAt(next);
    },
    [track],
  );
  return { at, swipeTo };
}

function nearestCard(track: HTMLElement): number {
  const distances = [...track.children].map((card) =>
    card instanceof HTMLElement ? Math.abs(card.offsetLeft - track.offsetLeft - track.scrollLeft) : 0,
  );
  return distances.indexOf(Math.min(...distances));
}
