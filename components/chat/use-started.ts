"use client";

import { useCallback } from "react";

/** The draft is let go once the server has the question, and not before. */
export function useStarted(
  release: () => void,
  onStarted: ((chatId: string) => void) | undefined,
): (chatId: string) => void {
  return useCallback(
    (chatId) => {
      release();
      onStarted?.(chatId);
    },
    [release, onStarted],
  );
}
