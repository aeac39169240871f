import type { ErrorData } from "@/lib/errors";
import type { MessageMetadata } from "./message";

const encoder = new TextEncoder();
const event = (json: string): Uint8Array => encoder.encode(`data: ${json}\n\n`);

/** AI SDK UI message stream, version 1, as bytes of server-sent events. Encoded by hand: a delta costs one
 *  JSON.stringify of its text. */
export const UI_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Compression would hold words back and cost a flush per follower.
  "cache-control": "no-store, no-transform",
  "x-vercel-ai-ui-message-stream": "v1",
  "x-accel-buffering": "no",
} as const;

export type PartKind = "reasoning" | "text";

export const startChunk = (messageId: string, messageMetadata: MessageMetadata) =>
  event(JSON.stringify({ type: "start", messageId, messageMetadata }));

export const partStartChunk = (kind: PartKind, id: string) => event(`{"type":"${kind}-start","id":"${id}"}`);

export const deltaChunk = (kind: PartKind, id: string, delta: string) =>
  event(`{"type":"${kind}-delta","id":"${id}","delta":${JSON.stringify(delta)}}`);

export const partEndChunk = (kind: PartKind, id: string) => event(`{"type":"${kind}-end","id":"${id}"}`);

export const metadataChunk = (messageMetadata: Partial<MessageMetadata>) =>
  event(JSON.stringify({ type: "message-metadata", messageMetadata }));

export const errorChunk = (error: ErrorData) =>
  event(JSON.stringify({ type: "error", errorText: JSON.stringify(error) }));

export const finishChunk = (messageMetadata: Partial<MessageMetadata>) =>
  event(JSON.stringify({ type: "finish", messageMetadata }));

export const DONE = encoder.encode("data: [DONE]\n\n");
export const PING = encoder.encode(": ping\n\n");
