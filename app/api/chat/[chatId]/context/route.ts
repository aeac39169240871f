import { z } from "zod";
import { getContextUse } from "@/lib/chat/get-context-use";
import { route } from "@/lib/http/route";

/** What the next question of a chat would be sent with, in tokens. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }) },
  async (context, { params }) => Response.json(await getContextUse(context, params.chatId)),
);
