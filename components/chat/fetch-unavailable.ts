import type { Unavailable } from "@/lib/chat/picker";

/** What matches a search and cannot be used here; nothing where the server could not be asked. */
export async function fetchUnavailable(
  query: string,
  locale: string,
  signal: AbortSignal,
): Promise<Unavailable> {
  const nothing: Unavailable = { models: [], ask: [] };
  try {
    const response = await fetch(`/api/models/unavailable?${new URLSearchParams({ query, locale })}`, {
      signal,
    });
    // Our own server's answer; findUnavailable made it.
    return response.ok ? ((await response.json()) as Unavailable) : nothing;
  } catch {
    return nothing;
  }
}
