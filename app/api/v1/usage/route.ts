import { route } from "@/lib/http/route";
import { listApiUsage } from "@/lib/openai-api/list-usage";

export const GET = route({ auth: "api-key", scope: "usage" }, async (context, { request }) =>
  Response.json(await listApiUsage(context, Object.fromEntries(new URL(request.url).searchParams))),
);
