import { z } from "zod";
import { getConversation } from "@/lib/chat/get-conversation";
import { route } from "@/lib/http/route";

/** A conversation as it stands: its active path, and whether a reply is being written. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }) },
  async (context, { params }) => Response.json(await getConversation(context, params.chatId)),
);
