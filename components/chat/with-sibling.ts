import type { Siblings } from "@/lib/chat/tree";

/** `id` now stands under `key` beside `group`, or beside those that are known there, as the newest. */
export function withSibling(siblings: Siblings, key: string, group: readonly string[], id: string): Siblings {
  const known = siblings[key] ?? group;
  return known.includes(id) ? siblings : { ...siblings, [key]: [...known, id] };
}
