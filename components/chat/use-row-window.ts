"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type RowRange, rowsAtEnd, rowsBetween } from "./row-window";

interface RowWindowInput {
  scroller: RefObject<HTMLElement | null>;
  /** The element that holds the rows. */
  list: RefObject<HTMLElement | null>;
  count: number;
  /** Measured, or what it may be. */
  heightOf: (row: number) => number;
}

/** Rendered beyond what is seen, so that a turn of the wheel finds it there. */
const AHEAD_PX = 1_200;
/** Rows that were left are kept so far, so that small movements change nothing. */
const BEHIND_PX = 2_400;
/** What a large screen shows, before its size is known. */
const FIRST_FILL_PX = 2_000;

/** The rows to render: those that are seen, and some about them. */
export function useRowWindow({ scroller, list, count, heightOf }: RowWindowInput): RowRange {
  const [range, setRange] = useState(() => rowsAtEnd(count, heightOf, FIRST_FILL_PX));
  const latest = useRef({ count, heightOf });
  latest.current = { count, heightOf };

  const follow = useCallback(
    (before: RowRange, rows: number, height: RowWindowInput["heightOf"]): RowRange => {
      const box = scroller.current;
      if (box === null || list.current === null) return before;
      const top = box.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
      const bottom = top + box.clientHeight;
      const wanted = rowsBetween(rows, height, top - AHEAD_PX, bottom + AHEAD_PX);
      const kept = rowsBetween(rows, height, top - BEHIND_PX, bottom + BEHIND_PX);
      const apart = wanted.first > before.last + 1 || wanted.last < before.first - 1;
      const next = {
        first: apart ? wanted.first : Math.max(kept.first, Math.min(wanted.first, before.first)),
        last: apart ? wanted.last : Math.min(kept.last, Math.max(wanted.last, before.last)),
      };
      return next.first === before.first && next.last === before.last ? before : next;
    },
    [scroller, list],
  );

  useLayoutEffect(() => setRange((before) => follow(before, count, heightOf)), [follow, count, heightOf]);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const update = (): void =>
      setRange((before) => follow(before, latest.current.count, latest.current.heightOf));
    // Before the browser paints where it has scrolled to.
    const updateNow = (): void => flushSync(update);
    const observer = new ResizeObserver(update);
    observer.observe(box);
    box.addEventListener("scroll", updateNow, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", updateNow);
    };
  }, [scroller, follow]);

  return range;
}
