import { listHolds } from "@/db/queries/holds";
import { findTeamPolicy } from "@/db/queries/team-policies";
import type { Context } from "@/lib/context";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { NO_RETENTION, retentionAt } from "./retention";

export interface RetentionView {
  /** What holds now; null: chats are kept. */
  days: number | null;
  /** What takes its place, and when; null: nothing waits. */
  next: { days: number | null; from: Date } | null;
  /** Whether a hold stands on the whole team: members are told so. */
  teamHeld: boolean;
  /** All of them, for who may set and lift them. */
  holds: Awaited<ReturnType<typeof listHolds>>;
}

/** How long a team's chats are kept, and what is kept longer.
 *  @throws AppError `forbidden` */
export async function getRetention({ db, actor }: Context): Promise<RetentionView> {
  requirePermission(actor, "policy:read");
  const [policy, holds] = await Promise.all([findTeamPolicy(db, actor.teamId), listHolds(db, actor.teamId)]);
  const now = new Date();
  const known = policy ?? NO_RETENTION;
  return {
    days: retentionAt(known, now),
    next: known.retentionFrom > now ? { days: known.retentionDays, from: known.retentionFrom } : null,
    teamHeld: holds.some(({ scope, liftedAt }) => scope === "team" && liftedAt === null),
    holds: isAllowed(actor, "hold:write") ? holds : [],
  };
}
