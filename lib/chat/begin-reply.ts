import { listPath, type MessageRow } from "@/db/queries/messages";
import { beginReply as writeReply } from "@/db/queries/replies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { replicaId } from "./replica";
import type { ReplyInput } from "./reply-input";
import { RUN_DEAD_AFTER_MS } from "./run-timing";

export interface BegunReply {
  /** From the root to the question, oldest first. */
  path: Pick<MessageRow, "role" | "text">[];
  untitled: boolean;
}

/** Writes the question, the place of its answer and its run. @returns null when the answer is there already: the request is
 *  a repetition and nothing was written.
 *  @throws AppError `not_found` when the chat or the parent is not this person's; `invalid_input`, `conflict`;
 *  `run_in_progress` while another reply of the chat is being written, on whichever replica. */
export async function beginReply({ db, actor }: Context, input: ReplyInput): Promise<BegunReply | null> {
  const { teamId, personId } = actor;
  const begun = await writeReply(db, {
    ...input,
    teamId,
    personId,
    replica: replicaId(),
    deadAfterMs: RUN_DEAD_AFTER_MS,
  });
  switch (begun) {
    case "repeated":
      return null;
    case "not_a_question":
      throw new AppError("invalid_input", { field: "parentId", problem: "not a question" });
    case "run_in_progress":
    case "not_found":
    case "conflict":
      throw new AppError(begun);
  }
  const { message, parentId, chatId } = input;
  const before = parentId === null ? [] : await listPath(db, teamId, chatId, parentId);
  const path = message ? [...before, { role: "user" as const, text: message.text }] : before;
  return { path, untitled: begun === "begun untitled" };
}
