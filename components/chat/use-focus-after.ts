"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Gives the focus back to what opened an editor. */
export function useFocusAfter(editing: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) button.current?.focus();
    was.current = editing;
  }, [editing]);
  return button;
}
