import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Run } from "./run";
import { findRunOfChat } from "./runs";

/** The run that is writing in a chat of this person's, or null. */
export function followReply(context: Context, chatId: string): Run | null {
  requirePermission(context.actor, "chat:use");
  return findRunOfChat(context.actor, chatId);
}
