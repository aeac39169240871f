import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isPrivateAddress } from "../../lib/providers/private-address.ts";

/** Whose request it is. A neighbour in a private network may be a reverse proxy, so its word counts; anybody else's
 *  does not. An IPv6 customer has a whole /64 to choose from, which is one address here. */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined): string {
  const direct = bare(peer ?? "");
  if (direct === "" || !isPrivateAddress(direct)) return toNetwork(direct);
  const named = (forwardedFor ?? "").split(",").map((entry) => bare(entry.trim()));
  // Each proxy appends whom it heard it from, so what is further left may be invented.
  return toNetwork(named.findLast((entry) => entry !== "") ?? direct);
}

/** The same of a request, put where the application reads it. */
export function noteClientAddress(request: IncomingMessage, header: string): void {
  const forwarded = request.headers["x-forwarded-for"];
  request.headers[header] = clientAddress(
    request.socket.remoteAddress,
    Array.isArray(forwarded) ? forwarded.join() : forwarded,
  );
}

/** Without brackets, zone and port; empty when that is no address. */
function bare(text: string): string {
  const address = /^\[([^\]]+)\]/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").split("%")[0] ?? "";
  return isIP(plain) === 0 ? "" : plain;
}

function toNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array<string>(zeros).fill("0"), ...last];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
