import type { UnavailableModel } from "@/lib/chat/picker";

/** What matches a search and cannot be used here; nothing where the server could not be asked. */
export async function fetchUnavailable(
  query: string,
  locale: string,
  signal: AbortSignal,
): Promise<UnavailableModel[]> {
  try {
    const response = await fetch(`/api/models/unavailable?${new URLSearchParams({ query, locale })}`, {
      signal,
    });
    // Our own server's answer; findUnavailable made it.
    return response.ok ? ((await response.json()) as UnavailableModel[]) : [];
  } catch {
    return [];
  }
}
