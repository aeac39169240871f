import { z } from "zod";
import { listChats as listRows, listTemporaryChats, type UnlistedChat } from "@/db/queries/chats";
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
  /** The temporary chats that are not over, with the first page where there are any: for pages that show one, and for no
   *  list. */
  unlisted?: readonly UnlistedChat[];
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
  const inTitle = search === "" ? undefined : search;
  const isFirst = after === undefined && inTitle === undefined;
  const [rows, unlisted] = await Promise.all([
    listRows(context.db, context.actor, {
      limit: most + 1,
      after: after === undefined ? undefined : readPlace(after),
      inTitle,
    }),
    isFirst ? listTemporaryChats(context.db, context.actor) : [],
  ]);
  const chats = rows.slice(0, most).map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  const last = chats.at(-1);
  const next = rows.length > most && last ? `${last.updatedAt}_${last.id}` : null;
  return { chats, next, ...(unlisted.length > 0 && { unlisted }) };
}

const Place = z.object({ updatedAt: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });

function readPlace(after: string): z.output<typeof Place> {
  const [updatedAt, id] = after.split("_");
  return parse(Place, { updatedAt, id });
}
