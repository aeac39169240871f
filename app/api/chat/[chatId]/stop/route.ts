import { z } from "zod";
import { stopReply } from "@/lib/chat/stop-reply";
import { route } from "@/lib/http/route";

/** Stops the reply that is being written, or with `answerId` only that one: a Stop that comes late must not end the
 *  next. Answers once it is kept and accounted for. */
export const POST = route(
  {
    auth: "session",
    whileEnding: true,
    params: z.object({ chatId: z.uuid() }),
    body: z.object({ answerId: z.uuid().optional() }),
  },
  async (context, { params, body }) =>
    Response.json({ stopped: await stopReply(context, params.chatId, { answerId: body.answerId }) }),
);
