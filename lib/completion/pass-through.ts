import { APICallError, type LanguageModelV4Usage } from "@ai-sdk/provider";
import { errorFacts } from "@/lib/providers/error-facts";
import { refuseInBody } from "@/lib/providers/refuse-in-body";
import { ChatEventReader, type Takers, takeResponseEvent } from "./chat-event-reader";
import { chatFinish, chatText, isRecord, readChatReply, type WholeReply } from "./chat-reply";
import type { OwnWire } from "./program-request";
import { readEmbeddings } from "./read-embeddings";
import { readResponse, responseUsage, responseWords } from "./responses-reply";
import type { Streamed, StreamListener } from "./stream-model";
import type { CompletionSink } from "./types";
import type { WireAddress } from "./wire-address";

export interface OwnCall extends WireAddress {
  wire: OwnWire;
  body: Readonly<Record<string, unknown>>;
  stream: boolean;
  signal: AbortSignal;
}

const WHOLE: Readonly<Record<OwnWire, (said: unknown) => WholeReply>> = {
  chat: readChatReply,
  responses: readResponse,
  embeddings: readEmbeddings,
};

/** A refusal is a few hundred bytes. */
const MOST_OF_A_REFUSAL = 64 * 1024;

/** Asks a vendor that speaks the client's own wire. What it sends passes as it is; its usage is read on the way. Never
 *  throws, as `streamModel` does not. */
export async function passThrough(
  call: OwnCall,
  sink: Pick<CompletionSink, "program">,
  listener: StreamListener,
): Promise<Streamed> {
  const seen: Streamed = {
    ...{ text: "", reasoning: "", usage: null, finishReason: null, firstTokenAt: null },
    ...{ sent: !call.signal.aborted, accepted: false, failure: null },
  };
  try {
    call.signal.throwIfAborted();
    const response = await send(call);
    seen.accepted = true;
    listener.headers(Object.fromEntries(response.headers));
    if (call.stream) await readStream(response, call, seen, sink, listener);
    else await readWhole(response, call, seen, sink, listener);
  } catch (error) {
    seen.failure ??= error;
    if (!seen.accepted && seen.sent) listener.headers(errorFacts(error).headers);
  }
  return seen;
}

async function send({ wire, url, headers, fetch, body, stream, signal }: OwnCall): Promise<Response> {
  // A response that went well says that its error is none.
  const ask = wire === "responses" ? fetch : refuseInBody(fetch);
  const response = await ask(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: stream ? "text/event-stream" : "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
    signal,
  });
  if (response.ok) return response;
  const said = await response.text();
  throw new APICallError({
    message: response.statusText,
    url,
    // What was asked has no place in an error.
    requestBodyValues: {},
    statusCode: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody: said.slice(0, MOST_OF_A_REFUSAL),
  });
}

async function readWhole(
  response: Response,
  { wire }: OwnCall,
  seen: Streamed,
  { program }: Pick<CompletionSink, "program">,
  listener: StreamListener,
): Promise<void> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  listener.progress(true);
  const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const reply = WHOLE[wire](said);
  noteTier(seen, said);
  seen.firstTokenAt = performance.now();
  Object.assign(seen, { text: reply.text, reasoning: reply.reasoning });
  seen.usage = usageOf(reply.usage, wire);
  seen.finishReason = chatFinish(reply.finish ?? "stop");
  program?.whole(bytes, said);
}

async function readStream(
  response: Response,
  { wire, signal }: OwnCall,
  seen: Streamed,
  { program }: Pick<CompletionSink, "program">,
  listener: StreamListener,
): Promise<void> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || !type.includes("text/event-stream")) throw new SyntaxError("not an event stream");
  const text: string[] = [];
  const reasoning: string[] = [];
  // Until the first word another may still be asked, so nothing that came before it is passed on.
  const held: Uint8Array[] = [];
  const release = () => {
    for (const bytes of held.splice(0)) program?.bytes(bytes);
  };
  const pass = (bytes: Uint8Array) => {
    held.push(bytes);
    if (seen.firstTokenAt !== null) release();
  };
  const isResponse = wire === "responses";
  let usage: unknown = null;
  let finish: string | null = null;
  const takers: Takers = {
    pass,
    chunk(chunk) {
      noteTier(seen, isResponse ? chunk.response : chunk);
      const said = isResponse ? responseWords(chunk) : chatText(chunk);
      if (said.text !== "") text.push(said.text);
      if (said.reasoning !== "") reasoning.push(said.reasoning);
      if (seen.firstTokenAt === null && said.speaks) seen.firstTokenAt = performance.now();
      finish = said.finish ?? finish;
      // A comment that keeps a connection open is no progress.
      listener.progress(seen.firstTokenAt !== null);
    },
    usage(event) {
      usage = isResponse && isRecord(event.response) ? event.response.usage : event.usage;
      program?.usage(event);
    },
  };
  const events = new ChatEventReader(takers, isResponse ? takeResponseEvent : undefined);
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel(signal.reason).catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      events.push(value);
    }
    if (signal.aborted && !events.isDone) return;
    events.end();
    const isWhole = finish !== null || events.isDone;
    if (!isWhole) return;
    seen.finishReason = chatFinish(finish ?? "stop");
    seen.usage = usageOf(usage, wire);
    release();
  } finally {
    signal.removeEventListener("abort", cancel);
    seen.text = text.join("");
    seen.reasoning = reasoning.join("");
  }
}

/** The tier it was served in stands beside the usage, and decides the price. */
function noteTier(seen: Streamed, said: unknown): void {
  if (isRecord(said) && typeof said.service_tier === "string")
    seen.providerMetadata = { chat: { serviceTier: said.service_tier } };
}

/** In AI SDK's form, in which the vendor's own words are `raw`. */
function usageOf(raw: unknown, wire: OwnWire): LanguageModelV4Usage {
  const none = { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined };
  const unknown = {
    inputTokens: none,
    outputTokens: { total: undefined, text: undefined, reasoning: undefined },
  };
  const usage = wire === "responses" ? responseUsage(raw) : unknown;
  return isRecord(raw) ? { ...usage, raw: raw as NonNullable<LanguageModelV4Usage["raw"]> } : usage;
}
