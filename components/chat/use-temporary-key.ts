"use client";

import { useEffect } from "react";

/** Alt with I, also while one types. */
export function useTemporaryKey(onKey: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // By its place: with Alt the key writes another letter on some keyboards.
      if (event.code !== "KeyI" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onKey();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onKey]);
}
