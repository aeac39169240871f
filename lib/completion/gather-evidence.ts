import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { TokenBuckets } from "@/lib/pricing/buckets";
import type { Vendor } from "@/lib/providers/vendor";
import { countTokens, TOKENIZER_METHOD } from "./count-tokens";
import type { UsageEvidence } from "./meter";
import { promptText } from "./prompt-text";
import type { Streamed } from "./stream-model";
import type { Outcome } from "./types";

/** What a finished call used: the vendor's own report where there is one; nothing where it refused before it
 *  began; else what was sent and received, counted here. */
export async function gatherEvidence(
  vendor: Vendor,
  prompt: LanguageModelV4Prompt,
  streamed: Streamed,
  outcome: Outcome,
  error: AppError | null,
): Promise<UsageEvidence> {
  const usage = readReport(vendor, streamed);
  if (usage) return { kind: "reported", usage, serviceTier: null };
  if (!streamed.sent) return { kind: "nothing-billed" };
  if (outcome === "failed" && !streamed.accepted && error?.code !== "vendor_timeout") {
    return { kind: "nothing-billed" };
  }
  return {
    kind: "counted",
    input: await countTokens(promptText(prompt)),
    output: await countTokens(streamed.text),
    reasoning: await countTokens(streamed.reasoning),
    method: TOKENIZER_METHOD,
  };
}

function readReport(vendor: Vendor, { usage }: Streamed): TokenBuckets | null {
  if (!usage) return null;
  try {
    return vendor.toBuckets(usage);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log().error({ vendor: vendor.id, problem: error.message }, "a vendor's usage report contradicts itself");
    return null;
  }
}
