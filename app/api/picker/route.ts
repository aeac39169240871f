import { z } from "zod";
import { packPicker } from "@/lib/chat/pack-picker";
import { getPicker } from "@/lib/completion/get-picker";
import { route } from "@/lib/http/route";
import { LOCALES } from "@/lib/i18n/locale";

const Query = z.object({ locale: z.enum(LOCALES) });

/** What the person can choose from now: a page that stays open learns of models that came and went. */
export const GET = route({ auth: "session", query: Query }, async (context, { query }) =>
  Response.json(packPicker(await getPicker(context, query.locale))),
);
