import { prepareTarget } from "@/lib/completion/target";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { beginReply } from "./begin-reply";
import { executeRun } from "./execute-run";
import type { ReplyInput } from "./reply-input";
import type { Run } from "./run";
import { startRun } from "./start-run";

/** Starts a reply and returns the run that writes it. The same request again returns the same reply.
 *  @throws AppError as `startRun` and `beginReply`. */
export async function startReply(context: Context, input: ReplyInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const place = { ...input, parentId: input.message?.id ?? input.parentId };
  return startRun(context, place, {}, async (run) => {
    const target = prepareTarget(context, { choice: input.choice, purpose: "chat" });
    const begun = await beginReply(context, input);
    if (begun?.cut) run.know({ continues: begun.cut.cost });
    return begun && (() => void executeRun(context, run, begun, target));
  });
}
