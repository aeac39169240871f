"use client";

import { useEffect } from "react";

/** Puts words before the title of the tab, whatever page gives the title, and takes them away again. */
export function useTitlePrefix(prefix: string): void {
  useEffect(() => {
    if (prefix === "") return;
    let own = "";
    let title = document.title;
    function put(): void {
      if (document.title === own) return;
      title = document.title;
      own = prefix + title;
      document.title = own;
    }
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title === own) document.title = title;
    };
  }, [prefix]);
}
