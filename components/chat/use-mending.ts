"use client";

import type { UnavailableModel } from "@/lib/chat/picker";
import { usePickerHelp } from "./picker-help";

/** What to do about a model that cannot be chosen, and where; null for a person who may not. */
export function useMending(): (model: UnavailableModel) => {
  todo: "ask" | "models" | "connect";
  href: string | null;
} {
  const help = usePickerHelp();
  return ({ reason }) => {
    const isHidden = reason === "hiddenByTeam" || reason === "hiddenByInstance";
    const isMissing = reason === "vendor" || reason === "model";
    const href = (isHidden ? help?.modelsHref : isMissing ? help?.connectHref : null) ?? null;
    return { todo: href === null ? "ask" : isHidden ? "models" : "connect", href };
  };
}
