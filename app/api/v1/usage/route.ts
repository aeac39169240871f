import { route } from "@/lib/http/route";
import { listApiUsage, UsageQuery } from "@/lib/openai-api/list-usage";

export const GET = route({ auth: "api-key", scope: "usage", query: UsageQuery }, async (context, { query }) =>
  Response.json(await listApiUsage(context, query)),
);
