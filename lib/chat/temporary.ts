const HOUR_MS = 60 * 60_000;

/** A temporary chat goes so long after its last question, */
export const TEMPORARY_IDLE_MS = HOUR_MS;
/** this long after it began at the latest, */
export const TEMPORARY_MOST_MS = 24 * HOUR_MS;
/** and this long after its person ended it: the notice that takes it back is gone by then. */
export const TEMPORARY_UNDO_MS = 10_000;

/** Whether a person may begin a temporary chat: `off` where the team does not want any, `held` where a legal hold has
 *  all that they write kept. */
export type TemporaryRule = "open" | "off" | "held";
