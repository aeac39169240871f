import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { FactPackage, SourceModel } from "./source-model";

/** Its vendors' ids, and ours. */
const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  "azure-openai-responses": "azure",
  mistral: "mistral",
  xai: "xai",
  deepseek: "deepseek",
  zai: "zhipu",
  "moonshotai-cn": "moonshot",
  openrouter: "openrouter",
  groq: "groq",
};

const Models = z.object({
  MODELS: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        id: z.string(),
        name: z.string(),
        reasoning: z.boolean(),
        input: z.array(z.enum(["text", "image"])),
        contextWindow: z.int().nonnegative(),
        maxTokens: z.int().nonnegative(),
      }),
    ),
  ),
});

/** What @mariozechner/pi-ai says of models. It lists only models that call tools. Whether thinking can be switched
 *  off it does not say: one that thinks counts as always thinking until something else is known. */
export async function readPiAi({ folder }: FactPackage): Promise<SourceModel[]> {
  const file = pathToFileURL(join(folder, "dist", "models.generated.js")).href;
  const { MODELS } = Models.parse(await import(file));
  return Object.entries(VENDORS).flatMap(([theirs, vendor]) =>
    Object.values(MODELS[theirs] ?? {}).map((model) => ({
      vendor,
      id: model.id,
      entry: {
        name: model.name,
        ...(model.contextWindow > 0 && { contextLength: model.contextWindow }),
        ...(model.maxTokens > 0 && { outputLimit: model.maxTokens }),
        inputs: model.input,
        tools: true,
        reasoning: model.reasoning ? ("always" as const) : ("none" as const),
      },
    })),
  );
}
