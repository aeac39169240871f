import { z } from "zod";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { findReply, findReplyOfChat } from "./find-reply";
import type { Run } from "./run";

/** Where a reader goes on: the answer, and the id of the last event that it has of it. */
export const Resume = z.object({ answer: z.uuid(), after: z.coerce.number().int().min(0).default(0) });
export type Resume = z.infer<typeof Resume>;

/** The reply that is being written in a chat of this person's, or the one to go on with, which may be over; null when
 *  there is none, and when it is too long ago to go on in its middle. */
export async function followReply(
  context: Context,
  chatId: string,
  resume: Resume | null = null,
): Promise<Run | null> {
  requirePermission(context.actor, "chat:use");
  if (!resume) return findReplyOfChat(context, chatId);
  const found = await findReply(context, chatId, resume.answer);
  return found && !(found.stored && resume.after > 0) ? found.run : null;
}
