"use client";

import { Progress as Radix } from "radix-ui";

export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <Radix.Root
      value={value}
      max={max}
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-surface-active"
    >
      <Radix.Indicator
        className="h-full origin-left bg-accent transition-transform duration-200"
        style={{ transform: `scaleX(${max > 0 ? value / max : 0})` }}
      />
    </Radix.Root>
  );
}
