import { isIP } from "node:net";
import type { RouterCandidate } from "@/lib/router/candidate";
import { matchName } from "@/lib/router/policy/match-name";
import { isPrivateAddress } from "./private-address";
import type { Vendor } from "./vendor";

/** Vendors whose servers people run themselves. One of the others at a private address is a gateway, which passes on. */
const OWN_SERVERS: readonly string[] = ["ollama", "lmstudio", "openai-compatible", "meta"];
/** Names that no public resolver knows. */
const OWN_NAMES = /^[^.]+$|\.(localhost|local|internal|lan|home\.arpa)$/;

/** Where a vendor at these addresses keeps what it is sent. What is not known to stay is elsewhere. */
export function residencyOf(
  { id, mainlandHosts = [] }: Pick<Vendor, "id" | "mainlandHosts">,
  baseUrls: readonly string[],
): RouterCandidate["residency"] {
  if (id === "demo") return "local";
  const hosts = baseUrls.map((url) => new URL(url).hostname.toLowerCase());
  if (hosts.length === 0) return "elsewhere";
  if (OWN_SERVERS.includes(id) && hosts.every(isOwn)) return "local";
  const isMainland = (host: string) => mainlandHosts.some((pattern) => matchName(pattern, host));
  return hosts.every(isMainland) ? "mainland-china" : "elsewhere";
}

function isOwn(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? OWN_NAMES.test(bare) : isPrivateAddress(bare);
}
