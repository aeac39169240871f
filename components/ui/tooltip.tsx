"use client";

import { Tooltip as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "./cn";

interface TooltipProps {
  content: ReactNode;
  /** One element that can take focus: the keyboard must reach what the pointer does. */
  children: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  /** For a trigger that does nothing else: a finger has no hover. */
  opensOnTap?: boolean;
}

export function Tooltip({ content, children, side = "top", className, opensOnTap = false }: TooltipProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Provider delayDuration={300} skipDelayDuration={200}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger
          asChild
          {...(opensOnTap && {
            // Otherwise a press closes the tooltip, as befits a button that then does something.
            onPointerDown: (event) => event.preventDefault(),
            onClick: (event) => {
              event.preventDefault();
              setOpen(true);
            },
          })}
        >
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              "z-50 max-w-xs animate-fade rounded-md bg-ink px-2.5 py-1.5 text-surface text-xs leading-relaxed shadow-raised",
              className,
            )}
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
