import type { EarlierMessages } from "@/lib/chat/get-message-page";

interface PageRequest {
  chatId: string;
  /** A message of the path, which the server has. */
  above: string;
  from: number;
  to: number;
}

/** A page of the messages above one, or null when it could not be had. */
export async function loadPage({ chatId, above, from, to }: PageRequest): Promise<EarlierMessages | null> {
  const query = new URLSearchParams({ above, from: String(from), to: String(to) });
  try {
    const response = await fetch(`/api/chat/${chatId}/messages?${query}`);
    // Our own server's answer; getMessagePage made it.
    return response.ok ? ((await response.json()) as EarlierMessages) : null;
  } catch {
    return null;
  }
}
