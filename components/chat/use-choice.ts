"use client";

import { useCallback, useState } from "react";
import type { Choice } from "@/lib/router/choice";

/** Holds what the person chose last and tells the page, which keeps it. */
export function useChoice<Value extends Choice | boolean | null>(
  initial: Value,
  onChange: ((value: NonNullable<Value>) => void) | undefined,
): [Value, (value: NonNullable<Value>) => void] {
  const [value, setValue] = useState(initial);
  const change = useCallback(
    (next: NonNullable<Value>) => {
      setValue(next);
      onChange?.(next);
    },
    [onChange],
  );
  return [value, change];
}
