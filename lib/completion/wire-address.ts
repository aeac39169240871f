import type { Connection, Vendor } from "@/lib/providers/vendor";
import type { OwnWire } from "./program-request";

/** Where a vendor is asked in a client's own wire, and with what. */
export interface WireAddress {
  url: string;
  /** That show the key. */
  headers: Readonly<Record<string, string>>;
  fetch: Connection["fetch"];
}

const PATHS: Readonly<Record<OwnWire, string>> = {
  chat: "/chat/completions",
  responses: "/responses",
  embeddings: "/embeddings",
};

/** @returns null where the vendor does not speak it */
export function wireAddress(wire: OwnWire, vendor: Vendor, connection: Connection): WireAddress | null {
  const base = baseUrlOf(wire, vendor, connection);
  if (base === null) return null;
  const { apiKey, fetch } = connection;
  const show = vendor.keyHeaders ?? ((key: string) => ({ authorization: `Bearer ${key}` }));
  return {
    url: `${base.replace(/\/+$/, "")}${PATHS[wire]}`,
    headers: apiKey === null ? {} : show(apiKey),
    fetch,
  };
}

function baseUrlOf(wire: OwnWire, vendor: Vendor, connection: Connection): string | null {
  switch (wire) {
    case "chat":
      return vendor.chatBaseUrl?.(connection) ?? null;
    case "responses":
      return vendor.responsesBaseUrl?.(connection) ?? null;
    case "embeddings":
      return vendor.embeddingsBaseUrl?.(connection) ?? null;
  }
}
