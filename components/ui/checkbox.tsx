"use client";

import { Check } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Checkbox({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      {...props}
      className={cn(
        "inline-flex size-5 shrink-0 items-center justify-center rounded border border-line-strong bg-surface-raised disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-ink",
        className,
      )}
    >
      <Radix.Indicator>
        <Check className="size-4" />
      </Radix.Indicator>
    </Radix.Root>
  );
}
