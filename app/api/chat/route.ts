import { followResponse } from "@/lib/chat/follow-response";
import { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import { route } from "@/lib/http/route";

/** Starts a reply and follows it. */
export const POST = route({ auth: "session", body: ReplyInput }, async (context, { body }) =>
  followResponse(context, await startReply(context, body)),
);
