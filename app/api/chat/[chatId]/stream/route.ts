import { z } from "zod";
import { followReply, Resume } from "@/lib/chat/follow-reply";
import { followResponse } from "@/lib/chat/follow-response";
import { route } from "@/lib/http/route";
import { parse } from "@/lib/parse";

const Query = z.object({ answer: z.uuid().optional(), after: z.string().optional() });

/** Follows the reply that is being written, from its first character; 204 when none is. With `?answer=ID&after=N`
 *  (or `Last-Event-ID: N`) it goes on after event N of that answer, also when it has ended meanwhile. */
export const GET = route(
  { auth: "session", params: z.object({ chatId: z.uuid() }), query: Query },
  async (context, { params, query, request }) => {
    const resume = readResume(query, request.headers.get("last-event-id"));
    const run = await followReply(context, params.chatId, resume);
    return run ? followResponse(context, run, resume?.after) : new Response(null, { status: 204 });
  },
);

function readResume({ answer, after }: z.infer<typeof Query>, lastEventId: string | null): Resume | null {
  if (answer === undefined) return null;
  return parse(Resume, { answer, after: after ?? lastEventId ?? undefined });
}
