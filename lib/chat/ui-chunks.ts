import type { ErrorData } from "@/lib/errors";
import type { MessageMetadata } from "./message";

const encoder = new TextEncoder();
const event = (json: string): Uint8Array => encoder.encode(`data: ${json}\n\n`);
/** `position`: how far the answer has come with this; who comes back says it and reads on from there. */
const eventAt = (json: string, position: number): Uint8Array =>
  encoder.encode(`data: ${json}\nid: ${position}\n\n`);

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

export const partStartChunk = (kind: PartKind, id: string, position: number) =>
  eventAt(`{"type":"${kind}-start","id":"${id}"}`, position);

export const deltaChunk = (kind: PartKind, id: string, delta: string, position: number) =>
  eventAt(`{"type":"${kind}-delta","id":"${id}","delta":${JSON.stringify(delta)}}`, position);

export const partEndChunk = (kind: PartKind, id: string, position: number) =>
  eventAt(`{"type":"${kind}-end","id":"${id}"}`, position);

export const metadataChunk = (messageMetadata: Partial<MessageMetadata>) =>
  event(JSON.stringify({ type: "message-metadata", messageMetadata }));

export const errorChunk = (error: ErrorData) =>
  event(JSON.stringify({ type: "error", errorText: JSON.stringify(error) }));

export const finishChunk = (messageMetadata: Partial<MessageMetadata>) =>
  event(JSON.stringify({ type: "finish", messageMetadata }));

export const DONE = encoder.encode("data: [DONE]\n\n");
export const PING = encoder.encode(": ping\n\n");
