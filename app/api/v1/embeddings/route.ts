import { route } from "@/lib/http/route";
import { createEmbeddings } from "@/lib/openai-api/create-embeddings";
import { EmbeddingsRequest } from "@/lib/openai-api/embeddings-request";

export const POST = route(
  { auth: "api-key", scope: "completions", body: EmbeddingsRequest },
  (context, { body, request }) => createEmbeddings(context, body, request.signal),
);
