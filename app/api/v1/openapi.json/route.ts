import { route } from "@/lib/http/route";
import { readDocument } from "@/lib/openai-api/reference/read-document";

export const GET = route({ auth: "nobody" }, async ({ locale }) => Response.json(await readDocument(locale)));
