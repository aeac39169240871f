import { z } from "zod";
import { getMessagePage } from "@/lib/chat/get-message-page";
import { route } from "@/lib/http/route";

const Place = z.coerce.number().int().min(0);
const Query = z.object({ above: z.uuid(), from: Place, to: Place });

/** A page of the messages that lead to one of a chat's. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }), query: Query },
  async (context, { params, query }) => Response.json(await getMessagePage(context, { ...params, ...query })),
);
