import { findChat } from "@/db/queries/chats";
import { findMessage, listPath, type MessageRow, type MessageWithCost } from "@/db/queries/messages";
import { beginReply as writeReply } from "@/db/queries/replies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { ChatSettings } from "./chat-settings";
import type { CutAnswer } from "./continued-reply";
import { replicaId } from "./replica";
import type { ReplyInput } from "./reply-input";
import { RUN_DEAD_AFTER_MS } from "./run-timing";

export interface BegunReply {
  /** From the root to the question, oldest first. */
  path: Pick<MessageRow, "role" | "text">[];
  untitled: boolean;
  settings: ChatSettings;
  /** What the reply goes on from, and what that had cost. */
  cut: (CutAnswer & Pick<MessageWithCost, "cost">) | null;
}

/** Writes the question, the place of its answer and its run. @returns null when the answer is there already: the request is
 *  a repetition and nothing was written.
 *  @throws AppError `not_found` when the chat or the parent is not this person's; `invalid_input`, `conflict`;
 *  `run_in_progress` while another reply of the chat is being written, on whichever replica. */
export async function beginReply(context: Context, input: ReplyInput): Promise<BegunReply | null> {
  const { db, actor } = context;
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
    case "not_broken_off":
      throw new AppError("invalid_input", { field: "continuesId", problem: "did not break off" });
    case "not_a_question":
      throw new AppError("invalid_input", { field: "parentId", problem: "not a question" });
    case "run_in_progress":
    case "not_found":
    case "conflict":
      throw new AppError(begun);
  }
  const { message, parentId, chatId } = input;
  const [before, settings, cut] = await Promise.all([
    parentId === null ? [] : listPath(db, teamId, chatId, parentId),
    input.settings ?? keptSettings(context, chatId),
    input.continuesId === undefined ? null : cutAnswer(context, chatId, input.continuesId),
  ]);
  const path = message ? [...before, { role: "user" as const, text: message.text }] : before;
  return { path, untitled: begun === "begun untitled", settings, cut };
}

async function keptSettings({ db, actor }: Context, chatId: string): Promise<ChatSettings> {
  return (await findChat(db, actor, chatId))?.settings ?? {};
}

async function cutAnswer({ db, actor }: Context, chatId: string, id: string): Promise<BegunReply["cut"]> {
  const row = await findMessage(db, actor.teamId, chatId, id);
  if (!row) throw new AppError("not_found");
  const { text, reasoning, reasoningMs } = row.message;
  return { text, reasoning, reasoningMs, cost: row.cost };
}
