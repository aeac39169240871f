/** For so long an owner can undo the deletion of a team. */
export const TEAM_GRACE_DAYS = 30;

export const endOfGrace = (now: Date): Date => new Date(now.getTime() + TEAM_GRACE_DAYS * 24 * 60 * 60_000);
