import { updateMessage } from "@/db/queries/messages";
import { beginReply } from "@/db/queries/replies";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

interface Turn {
  chatId: string;
  /** What the question follows; null at the root. */
  parentId: string | null;
  text: string;
}

/** Writes a question and its answer, as a run would have left them. */
export async function said({ db, actor }: Context, { chatId, parentId, text }: Turn) {
  const questionId = newId();
  const answerId = newId();
  await beginReply(db, {
    teamId: actor.teamId,
    personId: actor.personId,
    chatId,
    choice: { kind: "mode", mode: "knowledge" },
    parentId,
    message: { id: questionId, text },
    answerId,
  });
  await completed({ db, actor }, answerId, `On ${text}`);
  return { questionId, answerId };
}

/** Writes another answer to a question that is there. */
export async function answeredAgain({ db, actor }: Context, chatId: string, questionId: string) {
  const answerId = newId();
  await beginReply(db, {
    teamId: actor.teamId,
    personId: actor.personId,
    chatId,
    choice: { kind: "mode", mode: "knowledge" },
    parentId: questionId,
    message: null,
    answerId,
  });
  await completed({ db, actor }, answerId, "Once more");
  return answerId;
}

async function completed({ db, actor }: Pick<Context, "db" | "actor">, answerId: string, text: string) {
  await updateMessage(db, actor.teamId, answerId, { status: "complete", text, heartbeatAt: null });
}
