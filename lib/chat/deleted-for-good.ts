const KEEP_DELETED_MS = 30 * 24 * 60 * 60_000;

/** What was deleted before this moment cannot be brought back. */
export const deletedForGood = (now: Date): Date => new Date(now.getTime() - KEEP_DELETED_MS);
