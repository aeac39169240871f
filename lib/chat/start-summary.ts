import { findChat } from "@/db/queries/chats";
import { listPath } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { claimRun } from "./claim-run";
import type { SummaryFacts } from "./message";
import type { Run } from "./run";
import { sentPath } from "./sent-path";
import { standsFor } from "./stands-for";
import { startRun } from "./start-run";
import { type SummaryWork, summarize } from "./summarize";
import type { SummaryInput } from "./summary-input";
import { toPassages } from "./summary-material";
import { writeRun } from "./write-run";

/** Has a model summarise what leads to a message, in a message under it, and returns the run that writes it. Once it is
 *  complete, it is sent in the place of what it stands for. The same request again returns the same summary.
 *  @throws AppError `not_found` unless the chat is this person's and has the message; `invalid_input` when nothing was
 *  said there; and as `startRun`. */
export async function startSummary(context: Context, input: SummaryInput): Promise<Run> {
  requirePermission(context.actor, "chat:use");
  const { db, actor } = context;
  const { chatId, parentId, choice } = input;
  if (!(await findChat(db, actor, chatId))) throw new AppError("not_found");
  const path = sentPath(
    await listPath(db, actor.teamId, chatId, parentId, { fromSummary: true }),
    ({ text }) => text.trim() === "",
  );
  const work: SummaryWork = { choice, passages: toPassages(path) };
  if (work.passages.length === 0) {
    throw path.length === 0
      ? new AppError("not_found")
      : new AppError("invalid_input", { field: "parentId", problem: "nothing was said" });
  }
  const facts: SummaryFacts = { of: standsFor(path), editedAt: null };
  const reply = { chatId, parentId, answerId: input.summaryId, choice, message: null };
  const known = { summary: { of: facts.of, editedAt: null } };
  return startRun(context, reply, known, async (run) => {
    const begun = await claimRun(context, reply, facts);
    return begun && (() => void writeRun(context, run, () => summarize(context, run, work)));
  });
}
