"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import type { MessageMetadata } from "@/lib/chat/message";
import { formatDuration } from "@/lib/format/duration";
import { useElapsed } from "./use-elapsed";

/** How long an answer has taken, second by second while it is written, and in the end as it was measured. */
export function ColumnTime({ metadata, live }: { metadata: MessageMetadata; live: boolean }) {
  const locale = useLocale();
  const [beforeMs] = useState(() => Math.max(0, Date.now() - Date.parse(metadata.createdAt)));
  const elapsedMs = useElapsed(live, beforeMs);
  // Whole seconds: a figure that changes more often draws the eye.
  const shownMs = live ? Math.max(1000, Math.floor(elapsedMs / 1000) * 1000) : metadata.durationMs;
  if (shownMs === undefined || (live && elapsedMs < 1000)) return null;
  return <span className="shrink-0 text-muted text-sm tabular-nums">{formatDuration(shownMs, locale)}</span>;
}
