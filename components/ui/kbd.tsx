import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded border border-line bg-surface-sunken px-1 font-sans text-muted text-xs">
      {children}
    </kbd>
  );
}
