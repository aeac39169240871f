import { hasAccepted } from "@/db/queries/notices";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Offers } from "./offers";

const MOST_KEPT = 10_000;
/** `notice person` that are known to have been accepted; an acceptance is never taken back. */
const accepted = new Set<string>();

/** Nobody asks who has not accepted the team's terms as they stand. Without terms nothing is looked up.
 *  @throws AppError `terms_not_accepted` */
export async function requireTerms({ db, actor }: Context, { termsId }: Offers): Promise<void> {
  if (termsId === null || actor.kind !== "person") return;
  const { teamId, personId } = actor;
  const key = `${termsId} ${personId}`;
  if (accepted.has(key)) return;
  if (!(await hasAccepted(db, { teamId, noticeId: termsId, personId })))
    throw new AppError("terms_not_accepted");
  if (accepted.size >= MOST_KEPT) accepted.clear();
  accepted.add(key);
}
