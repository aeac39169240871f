import { prepareTarget } from "@/lib/completion/target";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { beginReply } from "./begin-reply";
import { executeRun } from "./execute-run";
import type { ReplyInput } from "./reply-input";
import { Run } from "./run";
import { findRun, findRunOfChat, registerRun } from "./runs";
import { storedRun } from "./stored-run";

/** Starts a reply and returns the run that writes it. The same request again returns the same reply: it never runs
 *  twice.
 *  @throws AppError `run_in_progress` while another reply of the chat is being written; and as `beginReply`. */
export async function startReply(context: Context, input: ReplyInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const { teamId, personId } = context.actor;
  const running = findRun(context.actor, input.answerId);
  if (running) return running;
  if (findRunOfChat(context.actor, input.chatId)) throw new AppError("run_in_progress");

  const key = { teamId, personId, chatId: input.chatId, answerId: input.answerId };
  const run = new Run(key, {
    parentId: input.message?.id ?? input.parentId,
    status: "streaming",
    createdAt: new Date().toISOString(),
  });
  const target = prepareTarget(context, { choice: input.choice, purpose: "chat" });
  const begun = await beginReply(context, input);
  if (!begun) return storedRun(context, input.chatId, input.answerId);
  registerRun(run);
  void executeRun(context, run, begun, input.choice, target);
  return run;
}
