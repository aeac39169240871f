import { beginReply, type NewReply } from "@/db/queries/replies";
import { endRun } from "@/db/queries/run-ends";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

interface Turn {
  chatId: string;
  /** What the question follows; null at the root. */
  parentId: string | null;
  text: string;
}

/** The process that would have written the answers. */
const REPLICA = newId();

/** Writes a question and its answer, as a run would have left them. */
export async function said(context: Context, { chatId, parentId, text }: Turn) {
  const questionId = newId();
  const answerId = newId();
  await begin(context, { chatId, parentId, message: { id: questionId, text }, answerId });
  await completed(context, answerId, `On ${text}`);
  return { questionId, answerId };
}

/** Writes another answer to a question that is there. */
export async function answeredAgain(context: Context, chatId: string, questionId: string) {
  const answerId = await answering(context, chatId, questionId);
  await completed(context, answerId, "Once more");
  return answerId;
}

/** Writes a summary of what leads to a message. */
export async function summarised(context: Context, chatId: string, parentId: string) {
  const answerId = newId();
  const summary = { of: 1, editedAt: null };
  await begin(context, { chatId, parentId, message: null, answerId, summary });
  await completed(context, answerId, "In short");
  return answerId;
}

/** Begins another answer to a question, whose run goes on. */
export async function answering(context: Context, chatId: string, questionId: string) {
  const answerId = newId();
  await begin(context, { chatId, parentId: questionId, message: null, answerId });
  return answerId;
}

type Place = Pick<NewReply, "chatId" | "parentId" | "message" | "answerId" | "summary">;

async function begin({ db, actor }: Context, place: Place): Promise<void> {
  const choice = { kind: "mode", mode: "knowledge" } as const;
  const { teamId, personId } = actor;
  const { begun } = await beginReply(db, {
    ...place,
    teamId,
    personId,
    choice,
    replica: REPLICA,
    deadAfterMs: 1e6,
  });
  if (!begun.startsWith("begun")) throw new Error(`could not begin: ${begun}`);
}

async function completed({ db, actor }: Context, answerId: string, text: string) {
  const nothing = { reasoningMs: null, model: null, modelName: null, mode: null, callId: null };
  const reply = {
    status: "complete",
    text,
    reasoning: "",
    ...nothing,
    finishReason: null,
    error: null,
  } as const;
  await endRun(db, { teamId: actor.teamId, id: answerId, replica: REPLICA, events: [], lastSeq: 0, reply });
}
