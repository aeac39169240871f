import { inBackground } from "@/lib/background";
import { isDeleted } from "@/lib/completion/stop-reason";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import type { BegunReply } from "./begin-reply";
import type { Run } from "./run";
import { titleByQuestion } from "./title-by-question";
import { titleChat } from "./title-chat";
import { type ReplyWork, writeReply } from "./write-reply";
import { writeRun } from "./write-run";

/** Writes one reply from first to last. Never rejects. */
export async function executeRun(context: Context, run: Run, work: ReplyWork): Promise<void> {
  const { begun } = work;
  const write = () => writeReply(context, run, work);
  await writeRun(context, run, write, (result) => {
    if (begun.untitled) giveTitle(context, run, begun, result);
  });
}

/** By a model where one answered; else by the question's first words, so that no chat stays without a name. */
function giveTitle(context: Context, run: Run, begun: BegunReply, result: CompletionResult | null): void {
  if (isDeleted(run.signal.reason)) return;
  const question = begun.path.at(-1)?.text ?? "";
  const answered = result !== null && (result.outcome === "complete" || result.outcome === "stopped");
  inBackground((shutdown) =>
    answered
      ? titleChat(context, run.key, { question, answeredBy: result.model }, shutdown)
      : titleByQuestion(context, run.key.chatId, question),
  );
}
