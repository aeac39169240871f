import { AppError } from "@/lib/errors";
import { classifyError } from "@/lib/providers/classify-error";
import { isInterrupted } from "./stop-reason";
import type { Streamed } from "./stream-model";
import type { CompletionStart, Outcome } from "./types";

/** How a stream ended, and why if it failed. A finish that arrived before a late Stop is still a finish. */
export function judgeEnd(
  streamed: Streamed,
  caller: AbortSignal,
  timeout: AppError | null,
  { vendor, model }: Pick<CompletionStart, "vendor" | "model">,
): { outcome: Outcome; error: AppError | null } {
  if (streamed.failure === null && streamed.usage !== null && isWhole(streamed)) {
    if (streamed.finishReason !== "content-filter") return { outcome: "complete", error: null };
    return { outcome: "failed", error: new AppError("vendor_content_filter", { vendor, model }) };
  }
  if (caller.aborted) {
    if (caller.reason instanceof AppError) return { outcome: "failed", error: caller.reason };
    return { outcome: isInterrupted(caller.reason) ? "interrupted" : "stopped", error: null };
  }
  if (timeout) return { outcome: "failed", error: timeout };
  if (streamed.failure !== null) {
    const error = classifyError(streamed.failure, { vendor, model });
    return { outcome: "failed", error: cutInMidStream(streamed, error) };
  }
  return { outcome: "failed", error: new AppError("vendor_cut", { vendor, model }, { retryable: true }) };
}

/** A connection that breaks once the answer has begun is a cut, whatever the socket called it. */
function cutInMidStream(streamed: Streamed, error: AppError): AppError {
  if (!streamed.accepted || (error.code !== "vendor_unreachable" && error.code !== "internal")) return error;
  return new AppError("vendor_cut", error.params, { cause: error, retryable: true });
}

/** The SDK closes a broken-off stream with a finish of its own making: `interrupted` on most wires, on others no
 *  reason from the vendor and no usage. */
function isWhole({ finishReason, usage }: Streamed): boolean {
  if (finishReason === "error" || finishReason === "interrupted") return false;
  const silent = usage?.inputTokens.total === undefined && usage?.outputTokens.total === undefined;
  return !(silent && (finishReason === "other" || finishReason === null));
}
