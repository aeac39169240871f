import { ChatListQuery } from "@/lib/chat/list-chats";
import { readChatList } from "@/lib/chat/read-chat-list";
import { route } from "@/lib/http/route";

/** A page of the person's chats, newest first; 304 to a reader who names the version it has in `If-None-Match`. */
export const GET = route({ auth: "session", query: ChatListQuery }, async (context, { query, request }) => {
  // A proxy that compresses makes a version weak.
  const known = /^(?:W\/)?"(.+)"$/.exec(request.headers.get("if-none-match") ?? "")?.[1] ?? null;
  const { version, page } = await readChatList(context, query, known);
  const headers = { etag: `"${version}"` };
  return page === null ? new Response(null, { status: 304, headers }) : Response.json(page, { headers });
});
