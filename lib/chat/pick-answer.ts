import { findChat, updateChat } from "@/db/queries/chats";
import { setPicked } from "@/db/queries/decision-signals";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";
import type { ConversationView } from "./get-conversation";
import type { MessageRef } from "./message-ref";
import { selectBranch } from "./select-branch";

/** Goes on with one of the answers that stand side by side: the active path leads through it, the next question is
 *  answered as it was, and the router learns which one it was.
 *  @throws AppError `not_found` unless it is in a comparison in a chat of this person's. */
export async function pickAnswer(
  context: Context,
  ref: MessageRef,
): Promise<{ view: ConversationView; choice: Choice | null }> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  if (!(await findChat(db, actor, ref.chatId))) throw new AppError("not_found");
  const picked = await setPicked(db, actor, ref);
  if (picked === null) throw new AppError("not_found");
  const { choice } = picked;
  if (choice !== null) await updateChat(db, actor, ref.chatId, { choice });
  return { view: await selectBranch(context, ref), choice };
}
