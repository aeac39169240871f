import type { MetadataExtractor } from "@ai-sdk/openai-compatible";

/** Keeps the service tier of OpenAI's chat wire, which stands beside the usage and not within it. */
export const serviceTierBeside: MetadataExtractor = {
  extractMetadata: async ({ parsedBody }) => toMetadata(tierOf(parsedBody)),
  createStreamExtractor() {
    let serviceTier: string | null = null;
    return {
      processChunk(chunk) {
        serviceTier ??= tierOf(chunk);
      },
      buildMetadata: () => toMetadata(serviceTier),
    };
  },
};

function tierOf(from: unknown): string | null {
  if (typeof from !== "object" || from === null || !("service_tier" in from)) return null;
  return typeof from.service_tier === "string" ? from.service_tier : null;
}

function toMetadata(serviceTier: string | null) {
  return serviceTier === null ? undefined : { chat: { serviceTier } };
}
