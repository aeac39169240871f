import { cn } from "./cn";

/** Give it the size of what comes. The region that loads says so itself, with `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("rounded-md bg-surface-hover", className)} />;
}
