const DAY_MS = 86_400_000;
/** Time enough to move to another model. */
const SOON_MS = 120 * DAY_MS;

/** Whether a model is served no longer, or not for long; null where there is nothing to say yet.
 *  @param deprecatedOn the day from which it is not served, as `2026-12-31`
 *  @param today as that */
export function endOfService(deprecatedOn: string | undefined, today: string): "over" | "soon" | null {
  if (deprecatedOn === undefined) return null;
  if (deprecatedOn <= today) return "over";
  return Date.parse(deprecatedOn) - Date.parse(today) <= SOON_MS ? "soon" : null;
}
