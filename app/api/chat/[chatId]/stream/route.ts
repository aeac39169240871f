import { z } from "zod";
import { followReply, Resume } from "@/lib/chat/follow-reply";
import { followResponse } from "@/lib/chat/follow-response";
import { route } from "@/lib/http/route";
import { parse } from "@/lib/parse";

/** Follows the reply that is being written, from its first character; 204 when none is. With `?answer=ID&after=N`
 *  (or `Last-Event-ID: N`) it goes on after event N of that answer, also when it has ended meanwhile. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }) },
  async (context, { params, request }) => {
    const resume = readResume(request);
    const run = await followReply(context, params.chatId, resume);
    return run ? followResponse(context, run, resume?.after) : new Response(null, { status: 204 });
  },
);

function readResume(request: Request): Resume | null {
  const { searchParams } = new URL(request.url);
  const answer = searchParams.get("answer");
  if (answer === null) return null;
  const after = searchParams.get("after") ?? request.headers.get("last-event-id") ?? undefined;
  return parse(Resume, { answer, after });
}
