import type { ReactNode } from "react";

interface SectionProps {
  title: ReactNode;
  hint?: ReactNode;
  /** A button beside the title. */
  action?: ReactNode;
  children: ReactNode;
  /** To be linked to. */
  anchor?: string;
}

/** A part of a page about one thing, found by its heading: a table in it is a landmark of the same name. */
export function Section({ title, hint, action, children, anchor }: SectionProps) {
  return (
    <section id={anchor} className="flex scroll-mt-4 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{title}</h2>
          {hint !== undefined && (
            <p className="max-w-measure text-pretty text-muted text-sm leading-relaxed">{hint}</p>
          )}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
