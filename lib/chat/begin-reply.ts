import { listPath, type MessageRow } from "@/db/queries/messages";
import { beginReply as writeReply } from "@/db/queries/replies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { ReplyInput } from "./reply-input";

export interface BegunReply {
  /** From the root to the question, oldest first. */
  path: Pick<MessageRow, "role" | "text">[];
  untitled: boolean;
}

/** Writes the question and the place of its answer. @returns null when the answer is there already: the request is
 *  a repetition and nothing was written.
 *  @throws AppError `not_found` when the chat or the parent is not this person's; `run_in_progress`,
 *  `invalid_input`, `conflict`. */
export async function beginReply({ db, actor }: Context, input: ReplyInput): Promise<BegunReply | null> {
  const { teamId, personId } = actor;
  const begun = await writeReply(db, { ...input, teamId, personId });
  switch (begun) {
    case "repeated":
      return null;
    case "not_a_question":
      throw new AppError("invalid_input", { field: "parentId", problem: "not a question" });
    case "not_found":
    case "conflict":
    case "run_in_progress":
      throw new AppError(begun);
  }
  const { message, parentId, chatId } = input;
  const before = parentId === null ? [] : await listPath(db, teamId, chatId, parentId);
  const path = message ? [...before, { role: "user" as const, text: message.text }] : before;
  return { path, untitled: begun === "begun untitled" };
}
