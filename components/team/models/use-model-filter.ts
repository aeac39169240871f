"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { addressOf, filterOf } from "./filter-address";
import type { ModelFilter } from "./find-models";

/** What the list is narrowed to and which model is open over it. The address says both, so that a reload, a link and the
 *  way back from another page show the same. */
export function useModelFilter() {
  const address = useSearchParams();
  const [filter, setFilter] = useState<ModelFilter>(() => filterOf(address));
  const [opened, setOpened] = useState(() => address.get("model"));
  useEffect(() => {
    const now = new URL(window.location.href);
    const search = addressOf(filter, opened).toString();
    if (now.searchParams.toString() === search) return;
    now.search = search;
    // At once: what is said later might stop a step to another page.
    window.history.replaceState(null, "", now);
  }, [filter, opened]);
  return { filter, setFilter, opened, setOpened };
}
