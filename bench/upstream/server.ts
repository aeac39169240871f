import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pacer } from "./pacer.ts";
import { DEFAULT_SCENARIO, parseScenario, type Scenario } from "./scenario.ts";
import { answerBurst, answerEvents, answerJson } from "./wire.ts";

/** What `GET /stats` answers; counted since the last `POST /control`. */
export interface UpstreamStats {
  requests: number;
  finished: number;
  /** The client went away before the end of its answer. */
  disconnects: number;
  /** For each disconnect, how long after the request began. */
  disconnectedAfterMs: number[];
  open: number;
  /** This process's own CPU time, user and system: what measuring costs. */
  cpuMs: number;
}

const KEPT_DISCONNECTS = 1000;

let scenario: Scenario = DEFAULT_SCENARIO;
let stats = emptyStats();
let cpuBefore = process.cpuUsage();
const pacer = new Pacer();
/** While it is there no answer begins. */
let held: PromiseWithResolvers<void> | null = null;

function emptyStats(): UpstreamStats {
  return { requests: 0, finished: 0, disconnects: 0, disconnectedAfterMs: [], open: 0, cpuMs: 0 };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new RangeError("the body is a JSON object");
  return { ...value };
}

function json(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

/** A title call asks for few tokens; it gets no more than it asked for. */
function tokensFor(body: Record<string, unknown>, { tokens }: Scenario): number {
  const limit = body.max_tokens ?? body.max_completion_tokens;
  return typeof limit === "number" ? Math.max(1, Math.min(tokens, limit)) : tokens;
}

async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedMs = performance.now();
  const current = scenario;
  const counted = stats;
  const body = await readJson(request);
  const tokens = tokensFor(body, current);
  counted.requests += 1;
  counted.open += 1;
  response.once("close", () => {
    pacer.stop(response);
    counted.open -= 1;
    if (response.writableFinished) counted.finished += 1;
    else countDisconnect(counted, performance.now() - startedMs);
  });
  const answer = () =>
    body.stream === true ? stream(response, tokens, current) : json(response, 200, answerJson(tokens));
  await held?.promise;
  if (current.firstTokenDelayMs > 0) setTimeout(answer, current.firstTokenDelayMs);
  else answer();
}

function countDisconnect(counted: UpstreamStats, afterMs: number): void {
  counted.disconnects += 1;
  if (counted.disconnectedAfterMs.length < KEPT_DISCONNECTS)
    counted.disconnectedAfterMs.push(Math.round(afterMs));
}

function stream(response: ServerResponse, tokens: number, { tokensPerSecond }: Scenario): void {
  if (response.destroyed) return;
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  if (tokensPerSecond === null) response.end(answerBurst(tokens));
  else pacer.start(response, answerEvents(tokens), tokensPerSecond);
}

async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
  scenario = parseScenario(await readJson(request));
  stats = emptyStats();
  cpuBefore = process.cpuUsage();
  json(response, 200, JSON.stringify(scenario));
}

function hold(): void {
  held ??= Promise.withResolvers();
}

function release(): void {
  held?.resolve();
  held = null;
}

function readStats(): UpstreamStats {
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ...stats, cpuMs: (user + system) / 1000 };
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (`${request.method} ${request.url}`) {
    case "POST /v1/chat/completions":
      return complete(request, response);
    case "GET /v1/models":
      return json(
        response,
        200,
        JSON.stringify({ object: "list", data: [{ id: "bench", object: "model", owned_by: "bench" }] }),
      );
    case "POST /control":
      return control(request, response);
    case "POST /hold":
      hold();
      return json(response, 200, "{}");
    case "POST /release":
      release();
      return json(response, 200, "{}");
    case "GET /stats":
      return json(response, 200, JSON.stringify(readStats()));
    default:
      return json(response, 404, JSON.stringify({ error: { message: "no such path", type: "not_found" } }));
  }
}

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    json(response, 400, JSON.stringify({ error: { message: String(error), type: "invalid_request" } }));
  });
});
server.keepAliveTimeout = 120_000;
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ port }));
});
