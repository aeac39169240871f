import { z } from "zod";
import { stopReply } from "@/lib/chat/stop-reply";
import { route } from "@/lib/http/route";

/** Stops the reply that is being written; answers once it is kept and accounted for. */
export const POST = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }) },
  async (context, { params }) => Response.json({ stopped: await stopReply(context, params.chatId) }),
);
