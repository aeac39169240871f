import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const noticeClass = cva("flex gap-3 rounded-lg border px-3.5 py-3 text-sm leading-relaxed", {
  variants: {
    tone: {
      neutral: "border-line bg-surface-sunken text-ink [&>svg]:text-muted",
      danger: "border-danger/30 bg-danger-soft text-ink [&>svg]:text-danger",
      warn: "border-warn/30 bg-warn-soft text-ink [&>svg]:text-warn",
      ok: "border-ok/30 bg-ok-soft text-ink [&>svg]:text-ok",
    },
  },
  defaultVariants: { tone: "neutral" },
});

const ICONS = { neutral: Info, danger: CircleAlert, warn: TriangleAlert, ok: CircleCheck };

interface NoticeProps extends VariantProps<typeof noticeClass> {
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons. */
  action?: ReactNode;
  /** `alert` for what the person just caused, `status` for what may wait. */
  role?: "alert" | "status";
  className?: string;
}

export function Notice({ tone, title, children, action, role, className }: NoticeProps) {
  const Icon = ICONS[tone ?? "neutral"];
  return (
    <div role={role} className={cn(noticeClass({ tone }), className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className="text-pretty">{children}</div>}
        {action && <div className="mt-1.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
