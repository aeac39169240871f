import { z } from "zod";

const DAY_MS = 24 * 60 * 60_000;

/** Days after a chat's last activity; null: chats are kept. */
export const RetentionDays = z.int().min(1).max(3650).nullable();

/** So long a retention that deletes sooner than the one before can be withdrawn before anything goes. */
export const RETENTION_GRACE_MS = DAY_MS;

export interface Retention {
  retentionDays: number | null;
  /** Until then `retentionBefore` holds. */
  retentionFrom: Date;
  retentionBefore: number | null;
}

export const NO_RETENTION: Retention = {
  retentionDays: null,
  retentionFrom: new Date(0),
  retentionBefore: null,
};

/** What holds at a moment. */
export const retentionAt = ({ retentionDays, retentionFrom, retentionBefore }: Retention, now: Date) =>
  now >= retentionFrom ? retentionDays : retentionBefore;

/** Another retention, as it has to be kept: one that deletes sooner waits for the grace to end, any other holds at once. */
export function nextRetention(known: Retention, wanted: number | null, now: Date): Retention {
  const holds = retentionAt(known, now);
  const isSooner = wanted !== null && (holds === null || wanted < holds);
  return {
    retentionDays: wanted,
    retentionFrom: isSooner ? new Date(now.getTime() + RETENTION_GRACE_MS) : now,
    retentionBefore: isSooner ? holds : wanted,
  };
}

/** Chats whose last activity lies before it go. */
export const retainedSince = (days: number, now: Date): Date => new Date(now.getTime() - days * DAY_MS);
