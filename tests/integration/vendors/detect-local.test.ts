import { expect, it } from "vitest";
import { detectLocal } from "@/lib/providers/detect-local";
import { guardedFetch } from "@/lib/providers/guarded-fetch";
import { startUpstream } from "../../support/upstream/start-upstream";

it("finds the local servers that answer, with their models, and no others", async () => {
  const ollama = await startUpstream({ models: ["qwen3:8b", "nomic-embed-text"] });
  const lmstudio = await startUpstream({ models: ["gemma-3"] });
  const gone = await startUpstream();
  await gone.close();
  const fetch = guardedFetch({ allowedHosts: ["localhost"] });
  try {
    const probes = [
      { vendor: "ollama", baseUrl: ollama.baseUrl("ollama") },
      { vendor: "lmstudio", baseUrl: lmstudio.baseUrl("openai") },
    ] as const;
    expect(await detectLocal(fetch, probes)).toEqual([
      { ...probes[0], models: [{ id: "qwen3:8b" }] },
      { ...probes[1], models: [{ id: "gemma-3" }] },
    ]);
    const absent = { vendor: "ollama", baseUrl: gone.baseUrl("ollama") } as const;
    const somethingElse = { vendor: "lmstudio", baseUrl: ollama.baseUrl("gemini") } as const;
    expect(await detectLocal(fetch, [absent, somethingElse])).toEqual([]);
    expect(await detectLocal(guardedFetch({ allowedHosts: [] }), probes)).toEqual([]);
  } finally {
    await ollama.close();
    await lmstudio.close();
  }
});
