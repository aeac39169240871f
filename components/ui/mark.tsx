import { cn } from "./cn";

/** One line in, two out. Decorative: the name stands beside it or in the parent's label. */
export function Mark({ className, twoColours = false }: { className?: string; twoColours?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("size-5", className)}
    >
      <path d="M12 21v-7.5c0-4-6.5-3.5-6.5-10.5" className={twoColours ? "stroke-knowledge" : undefined} />
      <path d="M12 13.5c0-4 6.5-3.5 6.5-10.5" className={twoColours ? "stroke-reasoning" : undefined} />
    </svg>
  );
}
