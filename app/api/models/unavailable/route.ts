import { z } from "zod";
import { findUnavailable } from "@/lib/completion/find-unavailable";
import { route } from "@/lib/http/route";
import { toLocale } from "@/lib/i18n/locale";

const Query = z.object({ query: z.string().max(200), locale: z.string().max(20) });

/** What a search in the picker did not find because it cannot be used, each with why. */
export const GET = route({ auth: "session", query: Query }, async (context, { query }) =>
  Response.json(await findUnavailable(context, query.query, toLocale(query.locale))),
);
