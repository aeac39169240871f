import { Stopped } from "@/lib/completion/stop-reason";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { findRunOfChat } from "./runs";

/** Stops the reply that is being written in a chat, and returns once it is kept and accounted for.
 *  @returns false when none was. */
export async function stopReply(
  context: Context,
  chatId: string,
  reason: Stopped = new Stopped(),
): Promise<boolean> {
  requirePermission(context.actor, "chat:use");
  const run = findRunOfChat(context.actor, chatId);
  if (!run) return false;
  run.stop(reason);
  await run.ended;
  return true;
}
