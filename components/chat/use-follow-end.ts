"use client";

import { type RefObject, useEffect, useRef } from "react";

/** So near the end counts as at it. */
const NEAR_PX = 24;

/** Keeps the end of what is being written in sight, in a frame that scrolls by itself, until the reader scrolls up. */
export function useFollowEnd(frame: RefObject<HTMLElement | null>, length: number, live: boolean): void {
  const following = useRef(true);
  useEffect(() => {
    const element = frame.current;
    if (element === null || !live) return;
    const onScroll = (): void => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, [frame, live]);

  useEffect(() => {
    const element = frame.current;
    if (live && length > 0 && following.current) element?.scrollTo({ top: element.scrollHeight });
  }, [frame, length, live]);
}
