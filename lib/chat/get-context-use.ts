import { listCallCosts } from "@/db/queries/call-costs";
import { findChat } from "@/db/queries/chats";
import { listMessageSizes, type MessageSize } from "@/db/queries/message-sizes";
import { approxTokensOf } from "@/lib/completion/approx-tokens";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type ContextUse, contextUse, type VendorCount } from "./context-use";
import { activePath } from "./tree";

/** The vendor's count may be missing of the last answers: those that were stopped, or failed. */
const LOOK_BACK = 8;

/** What the next question of a chat would be sent with.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function getContextUse(context: Context, chatId: string): Promise<ContextUse> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const chat = await findChat(db, actor, chatId);
  if (!chat) throw new AppError("not_found");
  const nodes = (await listMessageSizes(db, actor.teamId, chatId)).map((size) => ({
    ...size,
    deleted: size.deletedAt !== null,
    tokens: approxTokensOf(size.bytes),
  }));
  const path = activePath(nodes, chat.activeLeafId).map(({ node }) => node);
  const counts = await listCounts(context, path.filter(isUnchangedBefore(nodes)));
  return contextUse(path, counts, 0);
}

/** The vendors' counts of the latest answers. */
async function listCounts({ db, actor }: Context, path: readonly MessageSize[]): Promise<VendorCount[]> {
  const answers = new Map<string, string>();
  for (const { id, role, status, callId } of path.slice(-2 * LOOK_BACK)) {
    if (role === "assistant" && status === "complete" && callId !== null) answers.set(callId, id);
  }
  if (answers.size === 0) return [];
  const costs = await listCallCosts(db, actor.teamId, [...answers.keys()]);
  return costs.flatMap(({ callId, ...cost }) => {
    const answerId = answers.get(callId);
    if (answerId === undefined || !cost.isReported) return [];
    const { inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens } = cost;
    return [{ answerId, tokens: inputTokens + cacheReadTokens + cacheWriteTokens + outputTokens }];
  });
}

/** A count holds until something above the answer is deleted, or a summary there is edited. */
function isUnchangedBefore(nodes: readonly MessageSize[]): (answer: MessageSize) => boolean {
  const lastChange = nodes.reduce((latest, { deletedAt, summary }) => {
    const edited = summary?.editedAt ? Date.parse(summary.editedAt) : 0;
    return Math.max(latest, deletedAt?.getTime() ?? 0, edited);
  }, 0);
  return ({ createdAt }) => createdAt.getTime() > lastChange;
}
