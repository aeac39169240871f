"use client";

import { type RefObject, useEffect } from "react";
import { isLayerOpen } from "./is-layer-open";
import { isTyping } from "./is-typing";

interface ComposerKeys {
  textarea: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  onStop: () => Promise<unknown>;
}

/** A page that opens is ready to be typed into, unless something has the focus or a screen keyboard would cover it; `/`
 *  puts the cursor into the composer, Escape stops the answer. A menu or dialog that is open keeps its keys. */
export function useComposerKeys({ textarea, busy, onStop }: ComposerKeys): void {
  useEffect(() => {
    const isFree = document.activeElement === document.body && !isLayerOpen();
    if (isFree && matchMedia("(pointer: fine)").matches) textarea.current?.focus({ preventScroll: true });
  }, [textarea]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "/" && !isTyping(event.target)) {
        event.preventDefault();
        textarea.current?.focus();
      }
      if (event.key === "Escape" && busy && !event.isComposing && !isLayerOpen()) void onStop();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [textarea, busy, onStop]);
}
