import { countOf } from "../count-of";
import { checkBuckets, readUsage } from "../read-usage";
import type { ReadUsage, UsageReport } from "../usage-report";

/** Gemini tells each side's tokens by modality. Sound has a price of its own in prompt, cache and answer, pictures only
 *  in the answer; what it sees in a prompt is priced as text. Thoughts are beside the candidates' tokens.
 *  @throws RangeError if the report contradicts itself. */
export function readGoogleUsage(report: UsageReport): ReadUsage | null {
  const read = readUsage(report);
  if (!read) return null;
  const { raw } = report.usage;
  const audioPrompt =
    ofModality(raw?.promptTokensDetails, "AUDIO") + ofModality(raw?.toolUsePromptTokensDetails, "AUDIO");
  const audioCacheRead = ofModality(raw?.cacheTokensDetails, "AUDIO");
  const audioOutput = ofModality(raw?.candidatesTokensDetails, "AUDIO");
  const imageOutput = ofModality(raw?.candidatesTokensDetails, "IMAGE");
  const { input, cacheRead, output } = read.buckets;
  const buckets = checkBuckets({
    ...read.buckets,
    input: input - (audioPrompt - audioCacheRead),
    audioInput: audioPrompt - audioCacheRead,
    cacheRead: cacheRead - audioCacheRead,
    audioCacheRead,
    output: output - audioOutput - imageOutput,
    audioOutput,
    imageOutput,
    webSearches: searches(report),
  });
  return { ...read, buckets };
}

function ofModality(details: unknown, modality: string): number {
  if (!Array.isArray(details)) return 0;
  return details
    .filter((row: unknown) => typeof row === "object" && row !== null && "modality" in row)
    .filter((row) => row.modality === modality)
    .reduce((sum: number, row) => sum + (countOf(row, "tokenCount") ?? 0), 0);
}

/** Gemini 3 and later charge each search, the models before them one for a prompt that was searched for at all. */
function searches({ modelId, providerMetadata }: UsageReport): number {
  const grounding = providerMetadata?.google?.groundingMetadata;
  if (typeof grounding !== "object" || grounding === null || !("webSearchQueries" in grounding)) return 0;
  const queries = Array.isArray(grounding.webSearchQueries) ? grounding.webSearchQueries.length : 0;
  return /gemini-(1|2)[.-]/.test(modelId) ? Math.min(1, queries) : queries;
}
