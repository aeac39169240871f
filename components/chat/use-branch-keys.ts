"use client";

import { useEffect } from "react";
import { ROOT } from "@/lib/chat/tree";
import { isLayerOpen } from "./is-layer-open";
import { isTyping } from "./is-typing";
import { stepTo } from "./step-to";
import type { Path } from "./use-path";

interface BranchKeys {
  path: Pick<Path, "length" | "at" | "siblings">;
  /** Null while an answer is being written. */
  onSelect: ((messageId: string) => void) | null;
}

/** The left and right arrows walk the last place with several branches, wherever they mean nothing else. */
export function useBranchKeys({ path, onSelect }: BranchKeys): void {
  useEffect(() => {
    if (onSelect === null) return;
    function onKeyDown(event: KeyboardEvent): void {
      const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : null;
      if (step === null || isTaken(event)) return;
      const fork = lastFork(path);
      const to = fork && stepTo(fork.beside, fork.message.id, step);
      if (!to) return;
      event.preventDefault();
      onSelect?.(to);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [path, onSelect]);
}

/** Of what is read of the path. */
function lastFork({ length, at, siblings }: BranchKeys["path"]) {
  for (let place = length - 1; place >= 0; place--) {
    const message = at(place);
    const beside = message && siblings[message.metadata?.parentId ?? ROOT];
    if (beside) return { message, beside };
  }
  return null;
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true;
  return isTyping(event.target) || isLayerOpen() || scrollsSideways(event.target);
}

function scrollsSideways(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.scrollWidth > target.clientWidth && target !== document.body;
}
