import { z } from "zod";
import { route } from "@/lib/http/route";
import { getModel } from "@/lib/openai-api/list-models";

/** A model's name has a slash in it. */
const Params = z.object({ id: z.array(z.string()).min(1) });

export const GET = route({ auth: "api-key", scope: "models", params: Params }, async (context, { params }) =>
  Response.json(await getModel(context, params.id.join("/"))),
);
