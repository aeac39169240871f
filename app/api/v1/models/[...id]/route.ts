import { route } from "@/lib/http/route";
import { getModel } from "@/lib/openai-api/list-models";
import { ModelParams } from "@/lib/openai-api/model-params";

export const GET = route(
  { auth: "api-key", scope: "models", params: ModelParams },
  async (context, { params }) => Response.json(await getModel(context, params.id.join("/"))),
);
