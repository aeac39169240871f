/** `2026-01-31 09:05:07`, in UTC like everything the ledger keeps. */
export function formatTime(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
