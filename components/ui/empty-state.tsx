import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** 1 where nothing else is the page's heading. */
  level?: 1 | 2;
  /** One sentence: the next step. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, level = 2, children, action, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cn("mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-12 text-center", className)}
    >
      {icon !== undefined && <div className="mb-1 text-muted [&_svg]:size-8">{icon}</div>}
      <Heading className="font-medium text-ink">{title}</Heading>
      {children !== undefined && (
        <div className="text-pretty text-muted text-sm leading-relaxed">{children}</div>
      )}
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  );
}
