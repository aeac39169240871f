"use client";

import { useEffect } from "react";

/** As the layout's template of titles has it. */
const SUFFIX = " · Wye";

/** Keeps the title of the tab to that of the chat at this path, which a page knows only as it was when it was loaded: a
 *  new chat gets its title later, and any is renamed here or elsewhere. Null: no chat is open, or it has no title. */
export function useChatTitle(path: string, title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const wanted = title + SUFFIX;
    let shown = wanted;
    function put(): void {
      // Words before it stay (useTitlePrefix), and the next page's title is that page's.
      if (location.pathname !== path || document.title.endsWith(shown)) return;
      document.title = wanted;
      // A document's title is read with its blanks collapsed: what was set may never be read.
      shown = document.title;
    }
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [path, title]);
}
