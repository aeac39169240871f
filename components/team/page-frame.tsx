import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface PageFrameProps {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  /** For tables. */
  wide?: boolean;
}

/** A page of administration: one heading, one question. */
export function PageFrame({ title, intro, children, wide = false }: PageFrameProps) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8",
        wide ? "max-w-7xl" : "max-w-3xl",
      )}
    >
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-xl">{title}</h1>
        {intro !== undefined && (
          <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{intro}</p>
        )}
      </header>
      {children}
    </div>
  );
}
