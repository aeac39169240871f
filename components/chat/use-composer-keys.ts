"use client";

import { type RefObject, useEffect } from "react";

interface ComposerKeys {
  textarea: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  onStop: () => void;
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
      if (event.key === "Escape" && busy && !event.isComposing && !isLayerOpen()) onStop();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [textarea, busy, onStop]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

function isLayerOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
