import { listChats } from "@/lib/chat/list-chats";
import { route } from "@/lib/http/route";

/** The person's chats, newest first. */
export const GET = route({ auth: "session" }, async (context) => Response.json(await listChats(context)));
