import { listPath, type MessageRow } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { claimRun } from "./claim-run";
import type { ReplyInput } from "./reply-input";

export interface BegunReply {
  /** To the question, oldest first, from the root or from the last summary in effect. */
  path: Pick<MessageRow, "role" | "status" | "text">[];
  untitled: boolean;
}

/** Writes the question, the place of its answer and its run. @returns null when the answer is there already: the request is
 *  a repetition and nothing was written.
 *  @throws AppError as `claimRun` */
export async function beginReply(context: Context, input: ReplyInput): Promise<BegunReply | null> {
  const claimed = await claimRun(context, input);
  if (!claimed) return null;
  const { db, actor } = context;
  const { message, parentId, chatId } = input;
  const before =
    parentId === null ? [] : await listPath(db, actor.teamId, chatId, parentId, { fromSummary: true });
  const question = { role: "user", status: "complete", text: message?.text ?? "" } as const;
  return { path: message ? [...before, question] : before, untitled: claimed.untitled };
}
