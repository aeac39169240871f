import { listShownNotices, upsertNoticeAnswer } from "@/db/queries/notices";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { NoticeAnswer } from "./notice";

/** Keeps what a member answers to a version that is shown: a banner, or that chats may be read, is dismissed; terms are accepted or declined.
 *  @throws AppError `not_found` where the team does not show it (any more); `invalid_input` for an answer to something else */
export async function answerNotice(
  { db, actor }: Context,
  { noticeId, answer }: { noticeId: string; answer: NoticeAnswer },
): Promise<void> {
  requirePermission(actor, "policy:read");
  const { teamId, personId } = actor;
  const notice = (await listShownNotices(db, teamId, personId)).find(({ id }) => id === noticeId);
  if (!notice) throw new AppError("not_found");
  if ((notice.kind !== "terms") !== (answer === "dismissed"))
    throw new AppError("invalid_input", { field: "answer", problem: "not an answer to this" });
  await upsertNoticeAnswer(db, { teamId, noticeId, personId, answer });
}
