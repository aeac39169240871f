import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
} from "@ai-sdk/provider";
import { errorFacts } from "@/lib/providers/error-facts";
import { finishReason } from "./finish-reason";
import { ToolCallReader } from "./tool-call-reader";
import type { CompletionSink } from "./types";

export interface Streamed {
  text: string;
  reasoning: string;
  /** The vendor's report; null when the stream ended without one. */
  usage: LanguageModelV4Usage | null;
  /** What the vendor says beside it. */
  providerMetadata?: SharedV4ProviderMetadata | undefined;
  finishReason: string | null;
  /** `performance.now()` of the first text or reasoning. */
  firstTokenAt: number | null;
  /** Whether the vendor was asked at all. */
  sent: boolean;
  /** Whether the vendor accepted the request and began to answer. */
  accepted: boolean;
  /** What the vendor or the network threw; null when the stream ended by itself. */
  failure: unknown;
}

export interface StreamListener {
  /** Something came. @param saidSomething whether the vendor has spoken */
  progress(saidSomething: boolean): void;
  /** The headers of the vendor's answer, or of its refusal, as far as its SDK tells them. */
  headers(headers: Readonly<Record<string, string | undefined>>): void;
}

/** Reads one answer from the provider's own stream. Never throws: what happened is in the result, so that a call
 *  that fails half-way is still metered. */
export async function streamModel(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions & { abortSignal: AbortSignal },
  sink: Pick<CompletionSink, "text" | "reasoning" | "program">,
  listener: StreamListener,
): Promise<Streamed> {
  const text: string[] = [];
  const reasoning: string[] = [];
  const tools = new ToolCallReader();
  const seen: Omit<Streamed, "text" | "reasoning"> = {
    usage: null,
    finishReason: null,
    firstTokenAt: null,
    sent: !options.abortSignal.aborted,
    accepted: false,
    failure: null,
  };
  try {
    options.abortSignal.throwIfAborted();
    const { stream, response } = await model.doStream(options);
    seen.accepted = true;
    if (response?.headers) listener.headers(response.headers);
    const reader = stream.getReader();
    // An aborted fetch does not always wake a pending read through the SDK's transforms.
    const cancel = () => void reader.cancel(options.abortSignal.reason).catch(() => undefined);
    if (options.abortSignal.aborted) cancel();
    options.abortSignal.addEventListener("abort", cancel, { once: true });
    try {
      for (;;) {
        const { done, value: part } = await reader.read();
        if (done) break;
        listener.progress(seen.firstTokenAt !== null);
        switch (part.type) {
          case "text-delta":
            if (part.delta === "") break;
            seen.firstTokenAt ??= performance.now();
            listener.progress(true);
            text.push(part.delta);
            sink.text(part.delta);
            break;
          case "reasoning-delta":
            if (part.delta === "") break;
            seen.firstTokenAt ??= performance.now();
            listener.progress(true);
            reasoning.push(part.delta);
            sink.reasoning(part.delta);
            break;
          case "tool-input-start":
          case "tool-input-delta":
          case "tool-call": {
            const call = tools.read(part);
            if (call === null) break;
            seen.firstTokenAt ??= performance.now();
            listener.progress(true);
            text.push(call.name ?? "", call.input);
            sink.program?.toolCall(call);
            break;
          }
          case "finish":
            seen.usage = part.usage;
            seen.providerMetadata = part.providerMetadata;
            seen.finishReason = finishReason(part.finishReason);
            break;
          case "error":
            seen.failure ??= part.error;
            break;
        }
      }
    } finally {
      options.abortSignal.removeEventListener("abort", cancel);
    }
  } catch (error) {
    seen.failure ??= error;
    if (!seen.accepted && seen.sent) listener.headers(errorFacts(error).headers);
  }
  return { ...seen, text: text.join(""), reasoning: reasoning.join("") };
}
