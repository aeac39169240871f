import { upstreamUrl } from "../upstream-url";

/** The least that a route can do: pass the upstream's bytes on. */
export async function POST(request: Request): Promise<Response> {
  const upstream = await fetch(`${upstreamUrl()}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: await request.text(),
    signal: request.signal,
  });
  return new Response(upstream.body, {
    status: upstream.status,
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
  });
}
