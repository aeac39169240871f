import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Call } from "./call.ts";
import { play, promptTokens, sendJson } from "./play.ts";
import { playEmbeddings } from "./play-embeddings.ts";
import { findRoute } from "./routes.ts";
import { type Script, scriptFromName } from "./script.ts";
import type { ChatDialect } from "./wires/chat-dialect.ts";

export interface UpstreamOptions {
  /** 0 takes a free one. */
  port?: number;
  host?: string;
  models?: readonly string[];
  /** What a call is answered, going by the call itself; null: what is set for its model. */
  choose?: (call: Call) => Partial<Script> | null;
}

export type WireName =
  | Exclude<ChatDialect, "openai">
  | ("openai" | "responses" | "anthropic" | "gemini" | "ollama" | "azure");

export interface Upstream {
  /** `http://localhost:PORT`. */
  url: string;
  host: string;
  calls: Call[];
  /** The base URL to connect a vendor with. */
  baseUrl(wire: WireName): string;
  /** What a model answers from now on; `once` for its next call only, in the order they were given. */
  script(model: string, script: Partial<Script>, options?: { once?: boolean }): void;
  setModels(models: readonly string[]): void;
  /** Forgets scripts and calls. */
  reset(): void;
  close(): Promise<void>;
}

interface Control {
  model?: string;
  script?: Partial<Script>;
  once?: boolean;
  models?: string[];
  reset?: boolean;
}

const DEFAULT_MODELS = ["test-model", "test-reason", "test-think", "test-tokens-200-pace-50"];
/** Where a wire is, if not under its own name. */
const PATHS: Readonly<Partial<Record<WireName, string>>> = {
  openai: "/v1",
  responses: "/v1/responses",
  anthropic: "/anthropic/v1",
  gemini: "/gemini/v1beta",
  deepseek: "/deepseek",
  azure: "/azure",
};

/** A real HTTP server that speaks the vendors' wires and does what scripts say. A key that contains `bad-key` is
 *  refused. `POST /__control` scripts it from another process, `GET /__calls` tells what it saw. */
export async function startUpstream(options: UpstreamOptions = {}): Promise<Upstream> {
  const calls: Call[] = [];
  const scripts = new Map<string, Partial<Script>>();
  const queued = new Map<string, Partial<Script>[]>();
  let models = options.models ?? DEFAULT_MODELS;

  const setScript: Upstream["script"] = (model, script, { once: isOnce = false } = {}) => {
    if (isOnce) queued.set(model, [...(queued.get(model) ?? []), script]);
    else scripts.set(model, script);
  };
  const reset = () => {
    calls.length = 0;
    scripts.clear();
    queued.clear();
  };
  const control = ({ model, script, once: isOnce, models: listed, reset: isReset }: Control) => {
    if (isReset) reset();
    if (listed) models = listed;
    if (model !== undefined && script) setScript(model, script, { once: isOnce ?? false });
  };
  const scriptFor = (model: string, call: Call): Script => ({
    ...scriptFromName(model),
    ...(options.choose?.(call) ?? queued.get(model)?.shift() ?? scripts.get(model)),
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://upstream").pathname;
    const body = parse(await text(request));
    if (path === "/__calls") return sendJson(response, 200, calls);
    if (path === "/__control") {
      control(body as Control);
      return sendJson(response, 200, { ok: true });
    }
    const call = record(calls, request, path, body, response);
    const route = findRoute(path, body);
    if (!route)
      return sendJson(response, 404, {
        error: { message: `nothing at ${path}`, type: "not_found", code: null },
      });
    if (route.kind === "list") {
      const refusal = hasBadKey(request) ? route.wire.refuse("unauthorized", 0) : null;
      return sendJson(response, refusal?.status ?? 200, refusal?.body ?? route.list(models));
    }
    call.model = route.model;
    if (route.model === "")
      return sendJson(response, 400, {
        error: { message: "no model given", type: "invalid_request_error", code: null },
      });
    const told = scriptFor(route.model, call);
    const script = hasBadKey(request) ? { ...told, fault: "unauthorized" as const } : told;
    if (route.kind === "embed") return await playEmbeddings(script, call, response);
    await play(script, route.wire(promptTokens(script)), call, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error("upstream failed", error);
      response.destroy();
    });
  });
  server.listen(options.port ?? 0, options.host ?? "localhost");
  await once(server, "listening");
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    calls,
    baseUrl: (wire) => `http://${host}${PATHS[wire] ?? `/${wire}/v1`}`,
    script: setScript,
    setModels: (listed) => {
      models = listed;
    },
    reset,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function record(
  calls: Call[],
  request: IncomingMessage,
  path: string,
  body: unknown,
  response: ServerResponse,
): Call {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const call: Call = {
    index: calls.length,
    method: request.method ?? "GET",
    path,
    headers,
    body,
    model: null,
    startedAt: Date.now(),
    endedAt: null,
    disconnectedAt: null,
    status: null,
    sentTokens: 0,
    billed: null,
  };
  calls.push(call);
  response.on("close", () => {
    call.endedAt = Date.now();
    call.status = response.headersSent ? response.statusCode : null;
    if (!response.writableFinished) call.disconnectedAt = call.endedAt;
  });
  return call;
}

function hasBadKey({ headers }: IncomingMessage): boolean {
  const names = ["authorization", "x-api-key", "x-goog-api-key", "api-key"] as const;
  const keys = names.map((name) => headers[name]);
  return keys.some((key) => typeof key === "string" && key.includes("bad-key"));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
