import type { RoutingDraft } from "./routing-draft";

const KEY = "wye-routing-draft";

/** What was typed upon a version, in this tab. @param like a draft: one of another shape is of another release. */
export function readKept(version: string, like: RoutingDraft): RoutingDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isKept(kept, like) && kept.version === version ? kept.draft : null;
  } catch {
    return null;
  }
}

/** Where storage is refused, it lives as long as the page. */
export function writeKept(kept: { version: string; draft: RoutingDraft } | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
}

function isKept(value: unknown, like: RoutingDraft): value is { version: string; draft: RoutingDraft } {
  if (typeof value !== "object" || value === null || !("draft" in value) || !("version" in value))
    return false;
  const { draft } = value;
  if (typeof draft !== "object" || draft === null) return false;
  return Object.keys(like).every((field) => Object.hasOwn(draft, field));
}
