"use client";

import { useState, useTransition } from "react";
import type { AuditPage } from "@/lib/audit/audit-page";
import type { AuditQuery } from "@/lib/audit/audit-query";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "../use-answered";

export type LoadAudit = (input: { query: AuditQuery; beforeSeq: number }) => Promise<ActionResult<AuditPage>>;

/** The pages that were asked for so far, as one list. */
export function useAuditPages(initial: AuditPage, query: AuditQuery, load: LoadAudit) {
  const [older, setOlder] = useState<AuditPage | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, start] = useTransition();
  const answered = useAnswered();
  const { nextBeforeSeq } = older ?? initial;

  function loadMore(): void {
    if (nextBeforeSeq === null) return;
    start(async () => {
      const result = await answered(load({ query, beforeSeq: nextBeforeSeq }));
      setFailed(!result.ok);
      if (!result.ok) return;
      const { entries, nextBeforeSeq: next } = result.value;
      setOlder((before) => ({ entries: [...(before?.entries ?? []), ...entries], nextBeforeSeq: next }));
    });
  }

  const entries = [...initial.entries, ...(older?.entries ?? [])];
  return { entries, hasMore: nextBeforeSeq !== null, loadMore, busy, failed };
}
