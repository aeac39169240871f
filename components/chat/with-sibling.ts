import type { Siblings } from "@/lib/chat/tree";

/** `id` now stands beside `beside` under `key`, as the newest. */
export function withSibling(siblings: Siblings, key: string, beside: string, id: string): Siblings {
  const group = siblings[key] ?? [beside];
  return group.includes(id) ? siblings : { ...siblings, [key]: [...group, id] };
}
