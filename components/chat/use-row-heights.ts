"use client";

import { useCallback, useEffect, useRef } from "react";

interface RowHeights {
  /** Undefined until the row was seen. */
  heightOf: (key: string) => number | undefined;
  /** For each row's element; the key is its `data-row`. */
  measure: (element: HTMLElement | null) => (() => void) | undefined;
}

/** Remembers how high rows are, also once they are no longer rendered. */
export function useRowHeights(): RowHeights {
  const heights = useRef(new Map<string, number>());
  const observer = useRef<ResizeObserver | null>(null);

  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    observer.current ??= new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const key = target instanceof HTMLElement ? target.dataset.row : undefined;
        // A row that has left the page has no height.
        if (key !== undefined && target.isConnected)
          heights.current.set(key, target.getBoundingClientRect().height);
      }
    });
    const { current } = observer;
    current.observe(element);
    return () => current.unobserve(element);
  }, []);

  useEffect(() => () => observer.current?.disconnect(), []);

  const heightOf = useCallback((key: string) => heights.current.get(key), []);
  return { heightOf, measure };
}
