"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/http/action";
import type { PricePage, PriceQuery } from "@/lib/prices/find-prices";

export type LoadPrices = (query: PriceQuery) => Promise<ActionResult<PricePage>>;

/** What could not be loaded: what was asked for, or more of it. What was there stays. */
interface Failure {
  part: "list" | "more";
  retry: () => void;
}

/** Shorter than one waits for an answer, longer than between two keys. */
const PAUSE_MS = 200;

/** The prices that match what is asked for; what is typed is asked for after a pause. Of answers that overtake each other the last question's counts. */
export function usePriceList(initial: PricePage, initialQuery: PriceQuery, load: LoadPrices) {
  const [query, setQuery] = useState(initialQuery);
  /** Null: what the page came with, which a change refreshes. */
  const [page, setPage] = useState<PricePage | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [busy, start] = useTransition();
  const asked = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const shown = page ?? initial;

  function ask(next: PriceQuery, part: Failure["part"], merge: (found: PricePage) => PricePage): void {
    clearTimeout(pause.current);
    asked.current += 1;
    const mine = asked.current;
    start(async () => {
      const found = await loaded(load(next));
      if (mine !== asked.current) return;
      setFailed(found === null ? { part, retry: () => ask(next, part, merge) } : null);
      if (found !== null) setPage(merge(found));
    });
  }

  return {
    query,
    page: shown,
    failed,
    busy,
    change(part: PriceQuery): void {
      const next = { ...query, ...part, offset: 0 };
      setQuery(next);
      if (part.search === undefined) {
        ask(next, "list", (found) => found);
        return;
      }
      // What was asked for before is not waited for any more.
      asked.current += 1;
      clearTimeout(pause.current);
      pause.current = setTimeout(() => ask(next, "list", (found) => found), PAUSE_MS);
    },
    loadMore(): void {
      if (shown.nextOffset === null) return;
      ask({ ...query, offset: shown.nextOffset }, "more", (found) => ({
        ...found,
        prices: [...shown.prices, ...found.prices],
      }));
    },
    /** Asks again for what is shown. */
    reload(): void {
      ask({ ...query, offset: 0 }, "list", (found) => found);
    },
  };
}

/** Null where it could not be had: the server refused, or was not reached. */
async function loaded(answer: ReturnType<LoadPrices>): Promise<PricePage | null> {
  const result = await answer.catch(() => null);
  return result?.ok === true ? result.value : null;
}
