import type { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ReadUsage } from "@/lib/providers/usage-report";
import type { Vendor } from "@/lib/providers/vendor";
import { countTokens, TOKENIZER_METHOD } from "./count-tokens";
import type { UsageEvidence } from "./meter";
import { promptText } from "./prompt-text";
import type { Streamed } from "./stream-model";
import type { CompletionRequest, Outcome } from "./types";

/** What a finished call used: the vendor's own report where there is one; nothing where it refused before it
 *  began; else what was sent and received, counted here. */
export async function gatherEvidence(
  { vendor, modelId }: { vendor: Vendor; modelId: string },
  { prompt, program }: Pick<CompletionRequest, "prompt" | "program">,
  streamed: Streamed,
  outcome: Outcome,
  error: AppError | null,
): Promise<UsageEvidence> {
  const report = readReport(vendor, modelId, streamed);
  if (report) return { kind: "reported", usage: report.buckets, serviceTier: report.serviceTier };
  if (!streamed.sent) return { kind: "nothing-billed" };
  if (outcome === "failed" && !streamed.accepted && error?.code !== "vendor_timeout") {
    return { kind: "nothing-billed" };
  }
  return {
    kind: "counted",
    input: (await countTokens(promptText(prompt))) + (program?.inputTokens ?? 0),
    output: await countTokens(streamed.text),
    reasoning: await countTokens(streamed.reasoning),
    method: TOKENIZER_METHOD,
  };
}

function readReport(
  vendor: Vendor,
  modelId: string,
  { usage, providerMetadata }: Streamed,
): ReadUsage | null {
  if (!usage) return null;
  try {
    return vendor.readUsage({ modelId, usage, providerMetadata });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log().error({ vendor: vendor.id, problem: error.message }, "a vendor's usage report contradicts itself");
    return null;
  }
}
