"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface PopoverProps {
  /** One button. */
  trigger: ReactNode;
  children: ReactNode;
  /** Accessible name of what opens. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  /** Prevent its default to put the focus elsewhere than on the trigger. */
  onCloseAutoFocus?: (event: Event) => void;
}

export function Popover({
  trigger,
  children,
  label,
  align = "start",
  side = "bottom",
  className,
  onCloseAutoFocus,
  ...root
}: PopoverProps) {
  return (
    <Radix.Root {...root}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          className={cn(
            "z-50 animate-rise rounded-lg border border-line bg-surface-raised p-3 text-ink shadow-raised",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
