import type { Connection, Vendor } from "@/lib/providers/vendor";

/** Where a vendor is asked in OpenAI's chat wire, and with what. */
export interface ChatAddress {
  url: string;
  apiKey: string | null;
  fetch: Connection["fetch"];
}

export function chatAddress(vendor: Vendor, connection: Connection): ChatAddress | null {
  const base = vendor.chatBaseUrl?.(connection) ?? null;
  if (base === null) return null;
  const { apiKey, fetch } = connection;
  return { url: `${base.replace(/\/+$/, "")}/chat/completions`, apiKey, fetch };
}
