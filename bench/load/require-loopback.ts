const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** @throws RangeError on an address that is not this machine's own: load is for nobody else. */
export function requireLoopback(url: string): void {
  if (!LOOPBACK.has(new URL(url).hostname)) throw new RangeError("the load client asks loopback only");
}
