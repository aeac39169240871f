import { z } from "zod";
import { followReply } from "@/lib/chat/follow-reply";
import { followResponse } from "@/lib/chat/follow-response";
import { route } from "@/lib/http/route";

/** Follows the reply that is being written, from its first character; 204 when none is. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }) },
  async (context, { params }) => {
    const run = followReply(context, params.chatId);
    return run ? followResponse(run) : new Response(null, { status: 204 });
  },
);
