import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { AppError } from "@/lib/errors";
import { isPrivateAddress } from "./private-address";
import { publicLookup } from "./public-lookup";
import { requestStream } from "./request-stream";

export interface GuardOptions {
  /** `host` or `host:port`, as an administrator allowed them. These may be private. */
  allowedHosts: readonly string[];
  connectTimeoutMs?: number;
  /** From sending the request to the response's headers. */
  firstByteTimeoutMs?: number;
  /** Longest silence within a response. */
  idleTimeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 10_000;
const FIRST_BYTE_TIMEOUT_MS = 120_000;
const IDLE_TIMEOUT_MS = 300_000;

/** Below the five seconds after which common servers close an idle connection. */
const KEEP_ALIVE = { keepAlive: true, timeout: 4_000, maxFreeSockets: 256 } as const;
/** Allowed hosts never share a connection with guarded ones: a guarded request looks its address up anew or
 *  reuses a connection whose address was checked. */
const open = { "http:": new http.Agent(KEEP_ALIVE), "https:": new https.Agent(KEEP_ALIVE) };
const guarded = {
  "http:": new http.Agent({ ...KEEP_ALIVE, lookup: publicLookup() }),
  "https:": new https.Agent({ ...KEEP_ALIVE, lookup: publicLookup() }),
};

/** A `fetch` that reaches only the public internet and the hosts named. The address that was checked is the
 *  one connected to, so a name that resolves differently the second time gains nothing; redirects are not
 *  followed. It goes over node:http, which costs no more CPU a token than the global fetch and takes a lookup.
 *  @throws AppError `private_address`; TypeError `fetch failed` with the cause, as fetch does. */
export function guardedFetch(options: GuardOptions): typeof globalThis.fetch {
  const allowed = new Set(options.allowedHosts.map((host) => host.trim().toLowerCase()));
  const timeouts = {
    connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    firstByteTimeoutMs: options.firstByteTimeoutMs ?? FIRST_BYTE_TIMEOUT_MS,
    idleTimeoutMs: options.idleTimeoutMs ?? IDLE_TIMEOUT_MS,
  };
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      throw new TypeError("fetch failed", { cause: new Error(`not an HTTP address: ${url.protocol}`) });
    }
    const isAllowed = allowed.has(url.hostname) || allowed.has(`${url.hostname}:${effectivePort(url)}`);
    const bare = url.hostname.replace(/^\[|\]$/g, "");
    // A literal address is never looked up.
    if (!isAllowed && isIP(bare) !== 0 && isPrivateAddress(bare)) {
      throw new AppError("private_address", { host: url.hostname });
    }
    const agent = (isAllowed ? open : guarded)[url.protocol];
    return await requestStream(
      url,
      input instanceof Request ? await fromRequest(input, init) : (init ?? {}),
      {
        agent,
        ...timeouts,
      },
    );
  };
}

function effectivePort(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}

async function fromRequest(request: Request, init: RequestInit | undefined): Promise<RequestInit> {
  const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
  return { method: request.method, headers: request.headers, body, signal: request.signal, ...init };
}
