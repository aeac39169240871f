"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import type { Unavailable } from "@/lib/chat/picker";
import { fetchUnavailable } from "./fetch-unavailable";

/** A hand that types is not followed letter by letter. */
const PAUSE_MS = 200;
const SHORTEST = 2;
const MOST_CHARACTERS = 200;
const NOTHING: Unavailable = { models: [], ask: [] };

/** What of the catalogue matches a search and cannot be used here; null while it is not known. */
export function useUnavailable(query: string): Unavailable | null {
  const locale = useLocale();
  const wanted = query.trim().slice(0, MOST_CHARACTERS);
  const isAsked = wanted.length >= SHORTEST;
  const [answer, setAnswer] = useState<{ query: string; found: Unavailable } | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchUnavailable(wanted, locale, controller.signal);
      if (!controller.signal.aborted) setAnswer({ query: wanted, found });
    }, PAUSE_MS);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [isAsked, wanted, locale]);
  if (!isAsked) return NOTHING;
  return answer?.query === wanted ? answer.found : null;
}
