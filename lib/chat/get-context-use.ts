import { findChat } from "@/db/queries/chats";
import { listMessageSizes, listVendorCounts } from "@/db/queries/message-sizes";
import { approxTokens, approxTokensOf } from "@/lib/completion/approx-tokens";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type ContextUse, contextUse } from "./context-use";
import { activePath } from "./tree";

/** The last answers may have no count: those that were stopped, or failed. */
const LOOK_BACK = 8;

/** What the next question of a chat would be sent with.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function getContextUse(context: Context, chatId: string): Promise<ContextUse> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const chat = await findChat(db, actor, chatId);
  if (!chat) throw new AppError("not_found");
  const sizes = await listMessageSizes(db, actor.teamId, chatId);
  const path = activePath(sizes, chat.activeLeafId).map(({ node }) => ({
    ...node,
    tokens: approxTokensOf(node.bytes),
  }));
  const answers = path.filter(({ role, status }) => role === "assistant" && status === "complete");
  const ids = answers.slice(-LOOK_BACK).map(({ id }) => id);
  const counts = ids.length === 0 ? [] : await listVendorCounts(db, { teamId: actor.teamId, chatId }, ids);
  return contextUse(path, counts, approxTokens(chat.settings.instructions ?? ""));
}
