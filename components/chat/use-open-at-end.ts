"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Shows the end of a conversation before the page's scripts run, and then goes on from where the reader is.
 *  @param onAway the reader has scrolled away from the end before the scripts ran
 *  @returns whether the frame must stand on its end, where the browser itself opens it */
export function useOpenAtEnd(
  scroller: RefObject<HTMLElement | null>,
  hasContent: boolean,
  onAway: () => void,
): boolean {
  const [opens] = useState(hasContent);
  const [standing, setStanding] = useState(opens);
  const away = useRef(onAway);
  away.current = onAway;
  const fromEndPx = useRef(0);

  // Twice and no more: afterwards the reader decides.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!opens || box === null) return;
    if (standing) {
      // A reversed column counts from its end, downwards.
      fromEndPx.current = -box.scrollTop;
      setStanding(false);
      return;
    }
    box.scrollTo({ top: box.scrollHeight - box.clientHeight - fromEndPx.current });
    if (fromEndPx.current >= 1) away.current();
  }, [opens, standing, scroller]);

  return standing;
}
