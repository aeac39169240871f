"use client";

import { useEffect } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import { ROOT, type Siblings } from "@/lib/chat/tree";
import { isLayerOpen } from "./is-layer-open";
import { isTyping } from "./is-typing";
import { stepTo } from "./step-to";

interface BranchKeys {
  messages: readonly WyeMessage[];
  siblings: Siblings;
  /** Null while an answer is being written. */
  onSelect: ((messageId: string) => void) | null;
}

/** The left and right arrows walk the last place with several branches, wherever they mean nothing else. */
export function useBranchKeys({ messages, siblings, onSelect }: BranchKeys): void {
  useEffect(() => {
    if (onSelect === null) return;
    function onKeyDown(event: KeyboardEvent): void {
      const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : null;
      if (step === null || isTaken(event)) return;
      const at = messages.findLastIndex((_, index) => besideOf(messages, siblings, index) !== undefined);
      const beside = besideOf(messages, siblings, at);
      const to = beside && stepTo(beside, messages[at]?.id ?? "", step);
      if (!to) return;
      event.preventDefault();
      onSelect?.(to);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [messages, siblings, onSelect]);
}

function besideOf(messages: readonly WyeMessage[], siblings: Siblings, at: number) {
  return at < 0 ? undefined : siblings[messages[at - 1]?.id ?? ROOT];
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true;
  return isTyping(event.target) || isLayerOpen() || scrollsSideways(event.target);
}

function scrollsSideways(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.scrollWidth > target.clientWidth && target !== document.body;
}
