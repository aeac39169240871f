import { z } from "zod";
import { getJson } from "../get-json";
import { bearer } from "../list-openai-models";
import type { Connection, ListedModel } from "../vendor";

const Tags = z.object({ models: z.array(z.object({ name: z.string().min(1) })) });

/** What an Ollama server has pulled; its own list is at /api/tags, beside the /v1 that speaks OpenAI.
 *  @throws AppError `vendor_*`. */
export async function listOllamaModels(connection: Connection, signal: AbortSignal): Promise<ListedModel[]> {
  const root = { ...connection, baseUrl: connection.baseUrl.replace(/\/v1\/?$/, "") };
  const headers = bearer(connection.apiKey);
  const tags = await getJson(root, "/api/tags", headers, Tags, { vendor: "ollama" }, signal);
  return tags.models.filter(({ name }) => !/embed/i.test(name)).map(({ name }) => ({ id: name }));
}
