"use client";

import { type RefObject, useEffect } from "react";
import { isLayerOpen } from "./is-layer-open";
import { isTyping } from "./is-typing";

interface ComposerKeys {
  textarea: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  onStop: () => Promise<unknown>;
}

/** `/` puts the cursor into the composer, Escape stops the answer. A menu or dialog that is open keeps its keys. */
export function useComposerKeys({ textarea, busy, onStop }: ComposerKeys): void {
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
