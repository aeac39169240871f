"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { isQueueOf, type Queued, readQueue, writeQueue } from "./queued";

type Change = (before: readonly Queued[]) => readonly Queued[];

/** What waits in a chat, the same in every tab of this browser. */
export function useKeptQueue(key: string): [readonly Queued[], (change: Change) => void] {
  const [items, setItems] = useState<readonly Queued[]>([]);
  const known = useRef<{ key: string; items: readonly Queued[] }>({ key, items: [] });

  // After the first render, because the server has no queue.
  useEffect(() => {
    const before = known.current;
    // A new chat has got its own name: what waits goes with it.
    if (before.key !== key && before.items.length > 0) {
      writeQueue(before.key, []);
      writeQueue(key, before.items);
    }
    known.current = { key, items: readQueue(key) };
    setItems(known.current.items);
    function onStorage(event: StorageEvent): void {
      if (!isQueueOf(key, event)) return;
      known.current = { key, items: readQueue(key) };
      setItems(known.current.items);
    }
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [key]);

  const change = useCallback((next: Change) => {
    const after = next(known.current.items);
    known.current = { ...known.current, items: after };
    writeQueue(known.current.key, after);
    setItems(after);
  }, []);

  return [items, change];
}
