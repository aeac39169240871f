import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { BilledTokens, Call } from "./call.ts";
import { type Fault, piecesOf, type Script } from "./script.ts";
import type { Wire } from "./wires/wire.ts";

const IN_STREAM: readonly Fault[] = ["cut", "end_early", "malformed", "error_event"];

/** Answers one call as its script says and notes on `call` what was sent and billed. */
export async function play(script: Script, wire: Wire, call: Call, response: ServerResponse): Promise<void> {
  const { fault } = script;
  if (fault === "timeout") return;
  if (fault === "garbage") {
    response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Welcome!</body></html>");
    return;
  }
  if (fault !== null && fault !== "empty" && !IN_STREAM.includes(fault)) {
    const refusal = wire.refuse(fault, script.retryAfterSeconds);
    sendJson(response, refusal.status, refusal.body, { ...refusal.headers, ...script.headers });
    return;
  }
  if (wire.whole && isForWhole(call.body)) return await playWhole(script, wire.whole, call, response);
  const headers = { "content-type": "text/event-stream", "cache-control": "no-cache", ...script.headers };
  response.writeHead(200, headers);
  response.flushHeaders();
  if (fault === "empty") {
    response.end();
    return;
  }
  call.billed = { ...promptTokens(script), output: 0, reasoning: 0 };
  if (script.firstTokenDelayMs > 0) await delay(script.firstTokenDelayMs);
  await write(response, wire.start());
  for (const [kind, piece] of piecesOf(script)) {
    if (fault !== null && call.sentTokens >= script.faultAfterTokens)
      return await breakOff(fault, wire, response);
    if (script.tokenDelayMs > 0 && call.sentTokens > 0) await delay(script.tokenDelayMs);
    if (script.hold?.afterTokens === call.sentTokens) await heldOrLeft(script.hold.released, response);
    if (response.destroyed) return;
    const event = kind === "reasoning" && !script.inlineThink ? wire.reasoning(piece) : wire.text(piece);
    await (script.torn ? writeTorn(response, event) : write(response, event));
    call.sentTokens++;
    call.billed[kind === "reasoning" ? "reasoning" : "output"]++;
  }
  if (fault !== null) return await breakOff(fault, wire, response);
  call.billed.output = script.outputTokens ?? call.billed.output;
  call.billed.reasoning = script.reasoningTokens ?? call.billed.reasoning;
  if (script.toolCall) await write(response, wire.toolCall(script.toolCall));
  await write(
    response,
    wire.finish(script.reportUsage ? call.billed : null, script.cutShort, script.serviceTier),
  );
  response.end();
}

const isForWhole = (body: unknown): boolean =>
  typeof body === "object" && body !== null && (!("stream" in body) || body.stream !== true);

async function playWhole(
  script: Script,
  whole: NonNullable<Wire["whole"]>,
  call: Call,
  response: ServerResponse,
): Promise<void> {
  if (script.firstTokenDelayMs > 0) await delay(script.firstTokenDelayMs);
  if (script.hold) await heldOrLeft(script.hold.released, response);
  if (script.fault !== null) {
    response.socket?.resetAndDestroy();
    return;
  }
  const said = piecesOf(script);
  const count = (kind: string) => said.filter(([one]) => one === kind).length;
  const billed = {
    ...promptTokens(script),
    output: script.outputTokens ?? count("text"),
    reasoning: script.reasoningTokens ?? count("reasoning"),
  };
  call.billed = billed;
  sendJson(response, 200, whole(script, billed), script.headers);
}

export function promptTokens(script: Script): BilledTokens {
  return {
    input: script.inputTokens,
    cacheRead: script.cacheReadTokens,
    cacheWrite: script.cacheWriteTokens,
    output: 0,
    reasoning: 0,
    ...script.extras,
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function breakOff(fault: Fault, wire: Wire, response: ServerResponse): Promise<void> {
  if (fault === "malformed") await write(response, 'data: {"choices":[{"delta":{"content":\n\n');
  if (fault === "error_event") await write(response, wire.errorEvent());
  if (fault !== "cut") {
    response.end();
    return;
  }
  // What was written has to reach the client before the socket dies, or the cut looks like a refusal.
  await delay(20);
  response.socket?.resetAndDestroy();
}

export async function heldOrLeft(released: Promise<void>, response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  await Promise.race([released, new Promise<void>((resolve) => response.once("close", resolve))]);
}

/** In two parts, the border in the first character that takes more than one byte, where there is one. */
async function writeTorn(response: ServerResponse, event: string): Promise<void> {
  const bytes = Buffer.from(event);
  const wide = bytes.findIndex((byte) => byte >= 0x80);
  const border = wide === -1 ? Math.floor(bytes.length / 2) : wide + 1;
  await write(response, bytes.subarray(0, border));
  // Of one tick they would leave as one.
  await delay(1);
  if (!response.destroyed) await write(response, bytes.subarray(border));
}

async function write(response: ServerResponse, text: string | Buffer): Promise<void> {
  if (text.length === 0 || response.destroyed || response.write(text)) return;
  await new Promise<void>((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
}
