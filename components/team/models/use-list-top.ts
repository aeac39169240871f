"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** Where a list begins in the element that scrolls, which changes with whatever is above it. Read when something
 *  changes its size, never while one scrolls. */
export function useListTop(list: RefObject<HTMLElement | null>, scrollerId: string): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const scroller = document.getElementById(scrollerId);
    const content = scroller?.firstElementChild;
    if (!scroller || !content) return;
    function read(): void {
      if (!list.current || !scroller) return;
      const distance = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setTop(Math.round(distance + scroller.scrollTop));
    }
    read();
    const observer = new ResizeObserver(read);
    observer.observe(content);
    return () => observer.disconnect();
  }, [list, scrollerId]);
  return top;
}
