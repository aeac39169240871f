"use client";

import { useState } from "react";
import type { ProviderFilter } from "./find-providers";

/** What the list is narrowed to; the address says it too, so that a reload and a link show the same. */
export function useProviderFilter(initial: ProviderFilter) {
  const [filter, setFilter] = useState(initial);

  function change(part: Partial<ProviderFilter>): void {
    const next = { ...filter, ...part };
    setFilter(next);
    const address = new URL(window.location.href);
    put(address, "search", next.query);
    put(address, "state", next.state);
    window.history.replaceState(null, "", address);
  }

  return { filter, change };
}

function put({ searchParams }: URL, name: string, value: string | null): void {
  if (value) searchParams.set(name, value);
  else searchParams.delete(name);
}
