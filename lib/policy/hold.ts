/** What a legal hold covers: all of a team, all of one person's in it, or one chat. */
export const HOLD_SCOPES = ["team", "person", "chat"] as const;
export type HoldScope = (typeof HOLD_SCOPES)[number];
