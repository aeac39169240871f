import { findChat } from "@/db/queries/chats";
import { prepareOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { requireFeature } from "@/lib/features/require-feature";
import { requirePermission } from "@/lib/permissions/require-permission";
import { beginReply } from "./begin-reply";
import { executeRun } from "./execute-run";
import { noteOverride } from "./note-override";
import type { ReplyInput } from "./reply-input";
import { requireTemporary } from "./require-temporary";
import type { Run } from "./run";
import { startRun } from "./start-run";

/** Starts a reply and returns the run that writes it. The same request again returns the same reply.
 *  @throws AppError `feature_off` for one that is compared, and as `startRun`, `beginReply` and, for a chat
 *    that is to be temporary, `requireTemporary`. */
export async function startReply(context: Context, input: ReplyInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const { message, parentId, comparison } = input;
  if (comparison) await requireFeature(context.db, "comparisons");
  const place = { ...input, parentId: message?.id ?? parentId, comparisonId: comparison?.id };
  const known = comparison && { comparison: { ...comparison, picked: null } };
  return startRun(context, place, known ?? {}, async (run) => {
    const offers = prepareOffers(context);
    if (input.temporary && !(await findChat(context.db, context.actor, input.chatId)))
      await requireTemporary(context);
    const begun = await beginReply(context, input);
    if (begun?.cut) run.know({ continues: begun.cut.cost });
    if (begun) noteOverride(context, input, begun);
    return begun && (() => void executeRun(context, run, { input, begun, offers }));
  });
}
