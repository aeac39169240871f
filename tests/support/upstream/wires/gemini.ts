import type { BilledTokens } from "../call.ts";
import type { Fault } from "../script.ts";
import { type Refusal, sse, type Wire } from "./wire.ts";

type Row = readonly [code: number, status: string, message: string];

const REFUSALS: Readonly<Partial<Record<Fault, Row>>> = {
  unauthorized: [400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."],
  forbidden: [403, "PERMISSION_DENIED", "The caller does not have permission."],
  model_missing: [404, "NOT_FOUND", "models/nothing is not found for API version v1beta."],
  rate_limit: [429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 7s."],
  quota: [402, "FAILED_PRECONDITION", "Billing is not enabled."],
  context_length: [
    400,
    "INVALID_ARGUMENT",
    "The input token count (9) exceeds the maximum number of tokens allowed (8).",
  ],
  content_filter: [400, "INVALID_ARGUMENT", "Blocked: PROHIBITED_CONTENT"],
  bad_request: [400, "INVALID_ARGUMENT", "Invalid JSON payload received."],
  server_error: [500, "INTERNAL", "An internal error has occurred."],
  overloaded: [503, "UNAVAILABLE", "The model is overloaded."],
};

/** Gemini's streamGenerateContent as server-sent events; thoughts are parts marked as such, and counted beside
 *  the candidates' tokens. */
export function geminiWire(model: string): Wire {
  const chunk = (part: object, fields: object = {}) =>
    sse({
      candidates: [{ content: { role: "model", parts: [part] }, index: 0, ...fields }],
      modelVersion: model,
      responseId: "r1",
    });
  return {
    start: () => "",
    reasoning: (piece) => chunk({ text: piece, thought: true }),
    text: (piece) => chunk({ text: piece }),
    toolCall: ({ name, input }) => {
      return chunk({ functionCall: { name, args: JSON.parse(input) } });
    },
    finish: (billed, _cutShort, serviceTier) =>
      sse({
        candidates: [{ content: { role: "model", parts: [{ text: "" }] }, index: 0, finishReason: "STOP" }],
        ...(billed ? { usageMetadata: { ...toUsage(billed), ...(serviceTier && { serviceTier }) } } : {}),
        modelVersion: model,
        responseId: "r1",
      }),
    errorEvent: () =>
      sse({ error: { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE" } }),
    refuse,
  };
}

function toUsage(billed: BilledTokens): object {
  const { audioInput = 0 } = billed;
  const prompt = billed.input + billed.cacheRead + billed.cacheWrite + audioInput;
  return {
    promptTokenCount: prompt,
    promptTokensDetails: [
      { modality: "TEXT", tokenCount: prompt - audioInput },
      ...(audioInput > 0 ? [{ modality: "AUDIO", tokenCount: audioInput }] : []),
    ],
    cachedContentTokenCount: billed.cacheRead,
    candidatesTokenCount: billed.output,
    thoughtsTokenCount: billed.reasoning,
    totalTokenCount: prompt + billed.output + billed.reasoning,
  };
}

function refuse(fault: Fault, retryAfterSeconds: number): Refusal {
  const [code, status, message] = REFUSALS[fault] ?? [500, "INTERNAL", "unexpected fault"];
  const headers: Record<string, string> =
    fault === "rate_limit" ? { "retry-after": String(retryAfterSeconds) } : {};
  const reason = fault === "unauthorized" ? "API_KEY_INVALID" : status;
  const details = [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason }];
  return { status: code, body: { error: { code, message, status, details } }, headers };
}
