import { cn } from "@/components/ui/cn";
import type { ChosenMode } from "@/lib/router/choice";

/** Teal for Knowledge, violet for Reasoning, the two joined for Auto, neutral for a model a person named. The words stand
 *  beside it. */
export function ModeDot({ mode, className }: { mode: ChosenMode | null; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn("size-2 shrink-0 rounded-full", mode === null ? "bg-line-strong" : DOT[mode], className)}
    />
  );
}

const DOT: Readonly<Record<ChosenMode, string>> = {
  auto: "bg-[linear-gradient(90deg,var(--knowledge)_50%,var(--reasoning)_50%)] size-2.5",
  knowledge: "bg-knowledge",
  reasoning: "bg-reasoning",
};
