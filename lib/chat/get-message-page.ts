import { findChat } from "@/db/queries/chats";
import { listTree } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type MessagePage, pathPage } from "./path-page";
import { pathAbove } from "./tree";

export interface EarlierMessages extends MessagePage {
  /** How many messages are above the one that was named: another number than the page's own says that the path has
   *  changed. */
  total: number;
}

interface PageInput {
  chatId: string;
  /** A message of the path; what is above it is read. */
  above: string;
  /** Places in the path, from 0: as many as make a page, beginning at `from` and towards `to`, in either direction. */
  from: number;
  to: number;
}

/** A page of what leads to a message.
 *  @throws AppError `not_found` unless the chat is this person's and has the message. */
export async function getMessagePage(
  context: Context,
  { chatId, above, from, to }: PageInput,
): Promise<EarlierMessages> {
  requirePermission(context.actor, "chat:use");
  if (!(await findChat(context.db, context.actor, chatId))) throw new AppError("not_found");
  const nodes = await listTree(context.db, context.actor.teamId, chatId);
  const path = pathAbove(nodes, above);
  if (path === null) throw new AppError("not_found");
  const stretch = { at: from, low: Math.min(from, to), high: Math.max(from, to) };
  return { total: path.length, ...(await pathPage(context, { nodes, path }, stretch)) };
}
