/** Base URL of the upstream, `/v1` included. */
export function upstreamUrl(): string {
  const url = process.env.UPSTREAM_URL;
  if (url === undefined) throw new RangeError("UPSTREAM_URL is the upstream's base URL");
  return url;
}
