"use client";

import type { ReactNode, Ref } from "react";
import { cn } from "@/components/ui/cn";

/** Where an option stands in the list; nothing in it takes focus, the search keeps it. */
export interface PickerOptionPlace {
  id: string;
  value: string;
  /** The line of the list that it is. */
  row: number;
  place: number;
  setSize: number;
  highlighted: boolean;
  /** Of one whose height is not known before it is there. */
  measure?: Ref<HTMLDivElement>;
}

interface PickerOptionProps extends PickerOptionPlace {
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** One line that can be pointed at. The list listens to what is done with it. */
export function PickerOption({
  id,
  value,
  row,
  place,
  setSize,
  highlighted,
  measure,
  disabled = false,
  className,
  children,
}: PickerOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search has the focus and names this with aria-activedescendant
    <div
      ref={measure}
      id={id}
      role="option"
      aria-selected={highlighted}
      aria-disabled={disabled || undefined}
      aria-posinset={place + 1}
      aria-setsize={setSize}
      data-value={value}
      data-index={row}
      className={cn(
        "flex select-none gap-2.5 rounded-md px-2 text-sm aria-selected:bg-surface-hover",
        className,
      )}
    >
      {children}
    </div>
  );
}
