"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/http/action";
import type { UsagePage } from "@/lib/usage/usage-page";
import { useAnswered } from "./use-answered";

export type LoadUsage = (input: {
  beforeId: string;
  since: string | null;
}) => Promise<ActionResult<UsagePage>>;

/** The pages that were asked for so far, as one list. */
export function useUsagePages(initial: UsagePage, since: string | null, load: LoadUsage) {
  const [older, setOlder] = useState<UsagePage | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, start] = useTransition();
  const answered = useAnswered();
  const nextBeforeId = (older ?? initial).nextBeforeId;

  function loadMore(): void {
    if (nextBeforeId === null) return;
    start(async () => {
      const result = await answered(load({ beforeId: nextBeforeId, since }));
      setFailed(!result.ok);
      if (!result.ok) return;
      const { entries, nextBeforeId: next } = result.value;
      setOlder((before) => ({ entries: [...(before?.entries ?? []), ...entries], nextBeforeId: next }));
    });
  }

  return {
    entries: [...initial.entries, ...(older?.entries ?? [])],
    hasMore: nextBeforeId !== null,
    loadMore,
    busy,
    failed,
  };
}
