import { z } from "zod";
import { listChats as listRows, listTemporaryChats, type TemporaryChat } from "@/db/queries/chats";
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
  /** The temporary chats that are not over, newest first, with the first page where there are any. */
  temporary?: readonly OpenTemporary[];
}

/** A temporary chat, which is in no list and has no title. */
export interface OpenTemporary {
  id: string;
  leafId: string | null;
  updatedAt: string;
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
const NO_CHATS: TemporaryChat[] = [];

/** The person's own chats in the team, newest first, a page at a time. Temporary ones are not among them, nor found by a
 *  search. */
export async function listChats(context: Context, { after, search }: ChatListQuery = {}): Promise<ChatPage> {
  requirePermission(context.actor, "chat:use");
  const most = after === undefined ? FIRST_PAGE : FURTHER_PAGE;
  const inTitle = search === "" ? undefined : search;
  const isFirst = after === undefined && inTitle === undefined;
  const [rows, temporary] = await Promise.all([
    listRows(context.db, context.actor, {
      limit: most + 1,
      after: after === undefined ? undefined : readPlace(after),
      inTitle,
    }),
    isFirst ? listTemporaryChats(context.db, context.actor) : NO_CHATS,
  ]);
  const chats = rows.slice(0, most).map(withTime);
  const last = chats.at(-1);
  const next = rows.length > most && last ? `${last.updatedAt}_${last.id}` : null;
  return { chats, next, ...(temporary.length > 0 && { temporary: temporary.map(withTime) }) };
}

const withTime = <Row extends { updatedAt: Date }>({ updatedAt, ...row }: Row) => ({
  ...row,
  updatedAt: updatedAt.toISOString(),
});

const Place = z.object({ updatedAt: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() });

function readPlace(after: string): z.output<typeof Place> {
  const [updatedAt, id] = after.split("_");
  return parse(Place, { updatedAt, id });
}
