import { readChatList } from "@/lib/chat/read-chat-list";
import { route } from "@/lib/http/route";

/** The person's chats, newest first; 304 to a reader who names the version it has in `If-None-Match`. */
export const GET = route({ auth: "session" }, async (context, { request }) => {
  // A proxy that compresses makes a version weak.
  const known = /^(?:W\/)?"(.+)"$/.exec(request.headers.get("if-none-match") ?? "")?.[1] ?? null;
  const { version, chats } = await readChatList(context, known);
  const headers = { etag: `"${version}"` };
  return chats === null ? new Response(null, { status: 304, headers }) : Response.json(chats, { headers });
});
