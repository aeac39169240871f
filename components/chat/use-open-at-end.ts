"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** Shows the end of a conversation before the page's scripts run, and then goes on from there.
 *  @returns whether the frame must stand on its end, because nothing has scrolled it yet. */
export function useOpenAtEnd(scroller: RefObject<HTMLElement | null>, hasContent: boolean): boolean {
  const [opens] = useState(hasContent);
  const [standing, setStanding] = useState(opens);
  // Twice and no more: afterwards the reader decides.
  useLayoutEffect(() => {
    if (standing) setStanding(false);
    else if (opens) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [opens, standing, scroller]);
  return standing;
}
