import type { Protocol } from "./plan.ts";
import { readDelta } from "./read-delta.ts";
import { SseReader } from "./sse-reader.ts";

/** The text of a whole stream.
 *  @throws Error when the stream reports a failure, or lacks its last event. */
export function readAnswer(protocol: Protocol, stream: string): string {
  const payloads = new SseReader().push(stream);
  if (payloads.at(-1) !== "[DONE]") throw new Error("the stream lacks its last event");
  return payloads.map((payload) => readDelta(protocol, payload)).join("");
}
