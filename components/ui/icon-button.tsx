"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** What the button does: its accessible name and its tooltip. */
  label: string;
  children: ReactNode;
  tooltipSide?: "top" | "right" | "bottom" | "left";
  /** Of a toggle; leave out for a plain button. */
  pressed?: boolean;
}

export function IconButton({
  label,
  children,
  className,
  tooltipSide = "top",
  pressed,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label} side={tooltipSide}>
      <button
        type="button"
        {...props}
        aria-label={label}
        aria-pressed={pressed}
        className={cn(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-120 hover:bg-surface-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50 aria-pressed:bg-surface-active aria-pressed:text-ink pointer-coarse:size-10 [&_svg]:size-4",
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
