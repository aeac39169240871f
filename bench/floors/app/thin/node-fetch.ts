import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";

const agent = new Agent({ keepAlive: true });

/** As much of `fetch` as a provider needs, over node:http, whose responses stream at less cost. */
export const nodeFetch: typeof globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : input;
  const headers = Object.fromEntries(new Headers(init?.headers));
  const sent = request(url, {
    method: init?.method ?? "GET",
    agent,
    headers,
    ...(init?.signal ? { signal: init.signal } : {}),
  });
  sent.end(typeof init?.body === "string" ? init.body : undefined);
  const [message]: IncomingMessage[] = await once(sent, "response");
  if (message === undefined) throw new TypeError("fetch failed");
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      message.on("data", (bytes: Uint8Array) => controller.enqueue(bytes));
      message.on("end", () => controller.close());
      message.on("error", (error) => controller.error(error));
    },
    cancel: () => void sent.destroy(),
  });
  return new Response(body, {
    status: message.statusCode ?? 502,
    headers: { "content-type": message.headers["content-type"] ?? "text/event-stream" },
  });
};
