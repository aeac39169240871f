import { ChatListQuery, listChats } from "@/lib/chat/list-chats";
import { route } from "@/lib/http/route";
import { parse } from "@/lib/parse";

/** A page of the person's chats, newest first. */
export const GET = route({ auth: "session" }, async (context, { request }) => {
  const query = parse(ChatListQuery, Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await listChats(context, query));
});
