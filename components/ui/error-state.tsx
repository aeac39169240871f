import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What was kept, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function ErrorState({ title, children, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<CircleAlert aria-hidden="true" className="text-danger" />}
        title={title}
        level={1}
        action={action}
      >
        {children}
      </EmptyState>
    </div>
  );
}
