import { beginReply } from "@/db/queries/replies";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { replicaId } from "@/lib/replica-id";
import type { ChatSettings } from "./chat-settings";
import type { SummaryFacts } from "./message";
import type { ReplyInput } from "./reply-input";
import { RUN_DEAD_AFTER_MS } from "./run-timing";

export interface ClaimedRun {
  untitled: boolean;
  settings: ChatSettings;
  /** Whether the person lets another model answer where a named one fails. */
  mayStandIn: boolean;
}

/** Writes the place of an answer, or with `summary` of a summary, its run, and the question if there is one.
 *  @returns null when it is there already: the request is a repetition and nothing was written.
 *  @throws AppError `not_found` when the chat or the parent is not this person's; `invalid_input`, `conflict`;
 *  `run_in_progress` while another message of the chat is being written, on whichever replica. */
export async function claimRun(
  { db, actor }: Context,
  input: ReplyInput,
  summary?: SummaryFacts,
): Promise<ClaimedRun | null> {
  const { teamId, personId } = actor;
  const { begun, settings, standIn } = await beginReply(db, {
    ...input,
    teamId,
    personId,
    ...(summary && { summary }),
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
    default:
      return {
        untitled: begun === "begun untitled",
        settings: input.settings ?? settings ?? {},
        mayStandIn: standIn === "always",
      };
  }
}
