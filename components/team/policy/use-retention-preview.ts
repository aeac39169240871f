"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/http/action";

interface Found {
  chats: number;
  held: number;
}
export type PreviewRetention = (input: { days: number }) => Promise<ActionResult<Found>>;

const TYPING_MS = 300;

/** What a retention would delete now, asked once the typing pauses; null while that is not known. */
export function useRetentionPreview(days: number | null, preview: PreviewRetention): Found | null {
  const [known, setKnown] = useState<{ days: number; found: Found } | null>(null);
  useEffect(() => {
    if (days === null) return;
    const timer = setTimeout(() => {
      preview({ days }).then(
        (result) => setKnown(result.ok ? { days, found: result.value } : null),
        () => setKnown(null),
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [days, preview]);
  return known !== null && known.days === days ? known.found : null;
}
