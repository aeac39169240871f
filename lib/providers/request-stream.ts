import http from "node:http";
import https from "node:https";
import { AppError } from "@/lib/errors";

export interface StreamTransport {
  agent: http.Agent;
  connectTimeoutMs: number;
  firstByteTimeoutMs: number;
  idleTimeoutMs: number;
}

/** One HTTP exchange as fetch gives it: resolves at the headers, and the body streams. Failures have fetch's
 *  shapes (TypeError with a cause, the signal's reason), which is what AI SDK and `classifyError` know. */
export function requestStream(url: URL, init: RequestInit, transport: StreamTransport): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const signal = init.signal ?? undefined;
  if (signal?.aborted) return Promise.reject(signal.reason);

  const request = (url.protocol === "https:" ? https : http).request(url, {
    agent: transport.agent,
    method: init.method ?? "GET",
    headers: Object.fromEntries(new Headers(init.headers)),
  });
  const abort = () => request.destroy(asError(signal?.reason));
  signal?.addEventListener("abort", abort, { once: true });
  request.on("close", () => signal?.removeEventListener("abort", abort));

  const firstByte = expireAfter(transport.firstByteTimeoutMs, "UND_ERR_HEADERS_TIMEOUT", request);
  request.on("socket", (socket) => {
    if (!socket.connecting) return;
    const connect = expireAfter(transport.connectTimeoutMs, "UND_ERR_CONNECT_TIMEOUT", request);
    socket.once("connect", () => clearTimeout(connect));
    request.once("close", () => clearTimeout(connect));
  });
  request.on("error", (error) => {
    clearTimeout(firstByte);
    reject(signal?.aborted ? signal.reason : asFetchError("fetch failed", error));
  });
  request.on("response", (message) => {
    clearTimeout(firstByte);
    resolve(toResponse(message, request, signal, transport.idleTimeoutMs));
  });
  request.end(toBody(init.body));
  return promise;
}

function toResponse(
  message: http.IncomingMessage,
  request: http.ClientRequest,
  signal: AbortSignal | undefined,
  idleTimeoutMs: number,
): Response {
  const idle = expireAfter(idleTimeoutMs, "UND_ERR_BODY_TIMEOUT", message);
  let over = false;
  const finish = (end: () => void) => {
    if (over) return;
    over = true;
    clearTimeout(idle);
    end();
  };
  // Everything that has arrived is taken as one chunk, which spares the reader a turn for each HTTP chunk.
  const take = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (over || (controller.desiredSize ?? 0) <= 0) return;
    const chunk: Uint8Array | null = message.read();
    if (chunk === null) return;
    idle.refresh();
    controller.enqueue(chunk);
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      message.on("readable", () => take(controller));
      message.on("end", () => finish(() => controller.close()));
      message.on("error", (error) => {
        finish(() => controller.error(signal?.aborted ? signal.reason : asFetchError("terminated", error)));
      });
    },
    pull: take,
    cancel: () => finish(() => request.destroy()),
  });
  const status = message.statusCode ?? 0;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) message.resume();
  return new Response(isEmpty ? null : stream, {
    status,
    statusText: message.statusMessage ?? "",
    headers: toHeaders(message.rawHeaders),
  });
}

/** Destroys the stream when the time is over; the code is the one that undici, and so fetch, would give. */
function expireAfter(
  ms: number,
  code: string,
  stream: http.ClientRequest | http.IncomingMessage,
): NodeJS.Timeout {
  return setTimeout(() => stream.destroy(Object.assign(new Error("timed out"), { code })), ms);
}

function asFetchError(message: "fetch failed" | "terminated", error: Error): Error {
  return error instanceof AppError ? error : new TypeError(message, { cause: error });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException("aborted", "AbortError");
}

function toHeaders(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.append(raw[index] ?? "", raw[index + 1] ?? "");
  }
  return headers;
}

function toBody(body: RequestInit["body"]): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  throw new TypeError("a vendor call has text or bytes for its body");
}
