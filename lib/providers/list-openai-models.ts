import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { CallIdentity } from "./classify-error";
import { getJson, joinUrl } from "./get-json";
import type { Connection, ListedModel } from "./vendor";

const ModelList = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().optional().catch(undefined),
      context_length: z.int().positive().optional().catch(undefined),
      context_window: z.int().positive().optional().catch(undefined),
      max_model_len: z.int().positive().optional().catch(undefined),
    }),
  ),
});

/** What hosts list beside models that chat. */
const NOT_CHAT =
  /embed|tts|whisper|dall-e|moderation|transcri|realtime|gpt-live|computer-use|gpt-audio|-audio|image|imagine|sora|video|wanx|cogview|cogvideo|rerank|babbage|davinci|-instruct-0914|gpt-3\.5-turbo-instruct|speech|\bocr\b|translate/i;

export function bearer(apiKey: string | null): Record<string, string> {
  return apiKey ? { authorization: `Bearer ${apiKey}` } : {};
}

/** The chat models of a host that speaks OpenAI's wire. Empty when it is such a host but keeps no list: then
 *  models are named by hand.
 *  @throws AppError `vendor_*`. */
export async function listOpenAIModels(
  connection: Connection,
  call: CallIdentity,
  signal: AbortSignal,
): Promise<ListedModel[]> {
  const headers = bearer(connection.apiKey);
  try {
    const list = await getJson(connection, "/models", headers, ModelList, call, signal);
    return list.data
      .filter(({ id }) => !NOT_CHAT.test(id))
      .map(({ id, name, context_length, context_window, max_model_len }) => {
        const contextLength = context_length ?? context_window ?? max_model_len;
        return {
          id,
          ...(contextLength === undefined ? {} : { contextLength }),
          ...(name === undefined ? {} : { displayName: name }),
        };
      });
  } catch (error) {
    const isUnlisted =
      error instanceof AppError && (error.params.status === 404 || error.params.status === 405);
    if (isUnlisted && (await answersChat(connection, signal))) return [];
    throw error;
  }
}

/** Whether the chat endpoint is there: asked with a body that no host accepts, it refuses the body, and
 *  neither the address nor the key. Costs nothing. */
async function answersChat(connection: Connection, signal: AbortSignal): Promise<boolean> {
  const response = await connection.fetch(joinUrl(connection.baseUrl, "/chat/completions"), {
    method: "POST",
    headers: { "content-type": "application/json", ...bearer(connection.apiKey) },
    body: "{}",
    signal,
  });
  await response.body?.cancel();
  return response.status === 400 || response.status === 422;
}
