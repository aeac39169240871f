import { once } from "node:events";
import { type Agent, type IncomingMessage, request } from "node:http";
import type { LoadPlan } from "./plan.ts";
import { readDelta } from "./read-delta.ts";
import { requestBody } from "./request-body.ts";
import { SseReader } from "./sse-reader.ts";

export interface StreamResult {
  ttftMs: number;
  deltas: number;
  text: string;
}

/** Ask once and read the answer to its end.
 *  @throws Error on any status but 200, a failure in the stream, or no text at all. */
export async function runStream(plan: LoadPlan, agent: Agent, signal: AbortSignal): Promise<StreamResult> {
  const body = requestBody(plan);
  const startedMs = performance.now();
  const sent = request(plan.url, {
    method: "POST",
    agent,
    signal,
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...plan.headers,
    },
  });
  sent.setNoDelay(true);
  sent.end(body);
  const [response]: IncomingMessage[] = await once(sent, "response");
  if (response === undefined) throw new Error("no response");
  response.setEncoding("utf8");
  if (response.statusCode !== 200)
    throw new Error(`status ${response.statusCode}: ${await readText(response)}`);

  const reader = new SseReader();
  let ttftMs: number | null = null;
  let deltas = 0;
  let text = "";
  for await (const chunk of response) {
    for (const payload of reader.push(String(chunk))) {
      const delta = readDelta(plan.protocol, payload);
      if (delta === "") continue;
      ttftMs ??= performance.now() - startedMs;
      deltas += 1;
      text += delta;
    }
  }
  if (ttftMs === null) throw new Error("the answer holds no text");
  return { ttftMs, deltas, text };
}

async function readText(response: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return text.slice(0, 300);
}
