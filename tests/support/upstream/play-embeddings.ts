import type { ServerResponse } from "node:http";
import type { Call } from "./call.ts";
import { heldOrLeft, sendJson } from "./play.ts";
import type { Script } from "./script.ts";
import { refuseAsOpenAI } from "./wires/openai-refusal.ts";

interface EmbeddingsBody {
  input?: unknown;
  encoding_format?: string;
  dimensions?: number;
}

/** Answers a call for embeddings: small vectors that begin with the place of their input. A model whose name contains
 *  `floats-only` knows no base64. */
export async function playEmbeddings(script: Script, call: Call, response: ServerResponse): Promise<void> {
  const { fault } = script;
  if (script.hold) await heldOrLeft(script.hold.released, response);
  if (response.destroyed || fault === "timeout") return;
  if (fault === "cut") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault === "garbage") return sendJson(response, 200, { hello: "there" });
  if (fault !== null) {
    const { status, body, headers } = refuseAsOpenAI(fault, script.retryAfterSeconds);
    return sendJson(response, status, body, { ...headers });
  }
  const { input, encoding_format: format, dimensions = 3 } = call.body as EmbeddingsBody;
  const isList = Array.isArray(input) && typeof input[0] !== "number";
  const asBase64 = format === "base64" && !call.model?.includes("floats-only");
  const data = (isList ? input : [input]).map((_one, index) => {
    const vector = Array.from({ length: dimensions }, (_, nth) => index + nth / 4);
    const embedding = asBase64 ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
    return { object: "embedding", index, embedding };
  });
  call.billed = { input: script.inputTokens, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 };
  const usage = { prompt_tokens: script.inputTokens, total_tokens: script.inputTokens };
  const reported = script.reportUsage && { usage };
  sendJson(response, 200, { object: "list", data, model: call.model, ...reported }, script.headers);
}
