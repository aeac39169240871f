import { cn } from "@/components/ui/cn";
import type { ChosenMode } from "@/lib/router/choice";

/** Teal for Knowledge, violet for Reasoning, neutral for a model a person named. The words stand beside it. */
export function ModeDot({ mode, className }: { mode: ChosenMode | null; className?: string }) {
  const color =
    mode === "knowledge" ? "bg-knowledge" : mode === "reasoning" ? "bg-reasoning" : "bg-line-strong";
  return <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full", color, className)} />;
}
