import { route } from "@/lib/http/route";
import { listModels } from "@/lib/openai-api/list-models";

export const GET = route({ auth: "api-key", scope: "models" }, async (context) =>
  Response.json({ object: "list", data: await listModels(context) }),
);
