"use client";

import { useEffect, useRef } from "react";
import { readKept, writeKept } from "./kept-draft";
import type { RoutingDraft } from "./routing-draft";

interface Keeping {
  /** Of what is being changed. */
  version: string;
  draft: RoutingDraft;
  isDirty: boolean;
  restore: (draft: RoutingDraft) => void;
}

/** Keeps what was typed while its tab is open, so that a look at another page loses nothing. What was typed upon
 *  another version is dropped. */
export function useKeptDraft({ version, draft, isDirty, restore }: Keeping): void {
  const isRead = useRef(false);
  // After the first render, because the server has none.
  useEffect(() => {
    const kept = isRead.current ? null : readKept(version, draft);
    isRead.current = true;
    if (kept) restore(kept);
    else writeKept(isDirty ? { version, draft } : null);
  }, [version, draft, isDirty, restore]);
}
