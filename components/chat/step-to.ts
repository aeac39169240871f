/** What stands one step before or after `id`, or null at the end. */
export function stepTo(beside: readonly string[], id: string, step: -1 | 1): string | null {
  const at = beside.indexOf(id);
  return at < 0 ? null : (beside[at + step] ?? null);
}
