import { z } from "zod";
import { listChats as listRows } from "@/db/queries/chats";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { typedText } from "@/lib/typed-text";
import type { ChatSummary } from "./message";

/** Some of a person's chats, newest first. */
export interface ChatPage {
  chats: ChatSummary[];
  /** What to ask for the page after this one with; null after the last. */
  next: string | null;
}

export const ChatListQuery = z.object({
  after: z.string().max(100).optional(),
  /** Only chats with this in their titles. */
  search: typedText().trim().max(200).optional(),
});
export type ChatListQuery = z.infer<typeof ChatListQuery>;

/** What a sidebar shows without scrolling, and some. */
const FIRST_PAGE = 100;
const FURTHER_PAGE = 250;

/** The person's own chats in the team, newest first, a page at a time; temporary ones are in no list. */
export async function listChats(context: Context, { after, search }: ChatListQuery = {}): Promise<ChatPage> {
  requirePermission(context.actor, "chat:use");
  const most = after === undefined ? FIRST_PAGE : FURTHER_PAGE;
  const rows = await listRows(context.db, context.actor, {
    limit: most + 1,
    after: after === undefined ? undefined : readPlace(after),
    inTitle: search === "" ? undefined : search,
  });
  const chats = rows.slice(0, most).map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  const last = chats.at(-1);
  return { chats, next: rows.length > most && last ? `${last.updatedAt}_${last.id}` : null };
}

const Place = z.object({ updatedAt: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });

function readPlace(after: string): z.output<typeof Place> {
  const [updatedAt, id] = after.split("_");
  return parse(Place, { updatedAt, id });
}
