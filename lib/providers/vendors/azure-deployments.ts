import { z } from "zod";
import { AppError } from "@/lib/errors";
import { getJson } from "../get-json";
import type { Connection, ListedModel } from "../vendor";

/** The last version of the interface that lists deployments with the key alone. */
const LISTING = "/deployments?api-version=2023-03-15-preview";
const Deployments = z.object({
  data: z.array(
    z.object({ id: z.string().min(1), model: z.string().optional(), status: z.string().optional() }),
  ),
});
const NOT_CHAT = /embed|whisper|tts|dall-e|image|sora|realtime|transcribe/i;

/** What was deployed and is ready. A resource of a newer kind lists no deployments to a key: then the key is tried on
 *  the list of models, and the deployments are named by hand.
 *  @throws AppError `vendor_*`. */
export async function listAzureDeployments(
  connection: Connection,
  signal: AbortSignal,
): Promise<ListedModel[]> {
  const headers = { "api-key": connection.apiKey ?? "" };
  const call = { vendor: "azure" };
  try {
    const { data } = await getJson(connection, LISTING, headers, Deployments, call, signal);
    return data
      .filter(({ status, model = "" }) => (status ?? "succeeded") === "succeeded" && !NOT_CHAT.test(model))
      .map(({ id, model }) => ({ id, ...(model !== undefined && model !== id && { deploys: model }) }));
  } catch (error) {
    if (!(error instanceof AppError) || error.params.status !== 404) throw error;
    await getJson(connection, "/v1/models", headers, z.object({ data: z.array(z.unknown()) }), call, signal);
    return [];
  }
}
