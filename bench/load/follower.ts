import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { readResponse, statusOf } from "./http-response.ts";
import type { Protocol } from "./plan.ts";
import { readAnswer } from "./read-answer.ts";

export interface FollowRequest {
  method: "GET" | "POST";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  signal: AbortSignal;
}

/** Reads one stream to its end, on a bare socket. Keeps the bytes as they come and looks into them when all is over:
 *  a client that parses for a thousand would be slower than what it measures. */
export class Follower {
  /** By this process's clock; null until then, and when the stream broke off. */
  endedAtMs: number | null = null;
  readonly #chunks: Buffer[] = [];
  #ended: Promise<void> = Promise.resolve();

  /** Resolves when the stream has begun. @throws Error on any status but 200 */
  async open(request: FollowRequest): Promise<void> {
    const { hostname, port } = new URL(request.url);
    const socket = connect({ host: hostname, port: Number(port), signal: request.signal });
    const begun = Promise.withResolvers<void>();
    this.#ended = this.#read(socket, begun.resolve);
    socket.write(toWire(request));
    await Promise.race([begun.promise, this.#ended]);
    const status = statusOf(Buffer.concat(this.#chunks));
    if (status === 200) return;
    socket.destroy();
    throw new Error(`status ${status}`);
  }

  async #read(socket: Socket, begun: () => void): Promise<void> {
    socket.on("data", (chunk: Buffer) => {
      this.#chunks.push(chunk);
      begun();
    });
    try {
      await once(socket, "end");
      this.endedAtMs = performance.now();
    } catch {
      // `text` tells of it: a response that was cut is none.
      this.endedAtMs = null;
    }
  }

  /** Resolves when it has ended, well or not. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Reads from the socket: what was written apart may come together, and the other way round. */
  get pieces(): number {
    return this.#chunks.length;
  }

  /** What it read. @throws Error unless the stream came to its end */
  text(protocol: Protocol): string {
    return readAnswer(protocol, readResponse(Buffer.concat(this.#chunks)).body.toString("utf8"));
  }
}

function toWire({ method, url, headers, body = "" }: FollowRequest): string {
  const { pathname, search, host } = new URL(url);
  const all = { ...headers, host, connection: "close", "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${pathname}${search} HTTP/1.1`, ...lines, "", body].join("\r\n");
}
