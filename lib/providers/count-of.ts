/** The number under `key`, where `from` is an object that has one; null otherwise. */
export function countOf(from: unknown, key: string): number | null {
  if (typeof from !== "object" || from === null) return null;
  const value = (from as Record<string, unknown>)[key];
  return typeof value === "number" ? value : null;
}
