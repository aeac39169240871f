import { findMessage } from "@/db/queries/messages";
import { inBackground } from "@/lib/background";
import type { Context } from "@/lib/context";
import { log } from "@/lib/log";
import { overrideOf } from "@/lib/router/override-of";
import { recordOverride } from "@/lib/routing/signals/record-override";
import type { AskedMessage, BegunReply } from "./begin-reply";
import type { ReplyInput } from "./reply-input";

/** What a question says against the answer before it, or against the one that it is asked beside, is kept for the
 *  router to learn from. Nobody waits for it. */
export function noteOverride(context: Context, input: ReplyInput, { path }: Pick<BegunReply, "path">): void {
  const overridden = input.message === null ? (input.besideId ?? null) : input.parentId;
  const isOwnWish = !input.standIn && input.continuesId === undefined;
  if (overridden === null || !isOwnWish || isAuto(input)) return;
  inBackground(async () => {
    try {
      const answer = input.message ? path.at(-2) : await findAnswer(context, input.chatId, overridden);
      const override = answer && wantsElse(answer, input);
      if (!override) return;
      const ref = { chatId: input.chatId, messageId: overridden };
      await recordOverride(context, ref, { ...override, messageId: input.answerId });
    } catch (error) {
      log().warn({ err: error }, "could not keep that an answer was overridden");
    }
  });
}

const isAuto = ({ choice }: ReplyInput): boolean => choice.kind === "mode" && choice.mode === "auto";

async function findAnswer({ db, actor }: Context, chatId: string, id: string) {
  return (await findMessage(db, actor.teamId, chatId, id))?.message;
}

/** Of a comparison nothing is wanted else, and who could not answer was not judged. */
function wantsElse(answer: AskedMessage, { choice, comparison, message }: ReplyInput) {
  const isJudged = answer.role === "assistant" && answer.status !== "failed" && !(comparison && message);
  return isJudged ? overrideOf({ mode: answer.mode ?? null, model: answer.model ?? null }, choice) : null;
}
