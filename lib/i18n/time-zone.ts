/** Set by the browser, so that the server renders the day the person lives in. */
export const TIME_ZONE_COOKIE = "wye-time-zone";
const DEFAULT_TIME_ZONE = "UTC";

export function chooseTimeZone(cookie: string | undefined): string {
  if (cookie === undefined) return DEFAULT_TIME_ZONE;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(cookie) }).resolvedOptions().timeZone;
  } catch {
    return DEFAULT_TIME_ZONE;
  }
}
