type HeaderMap = Readonly<Record<string, string | undefined>>;

const LONGEST_MS = 24 * 60 * 60 * 1000;
/** A bare number above this is a moment in Unix seconds, not a wait. */
const EARLIEST_UNIX_SECONDS = 1_000_000_000;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How long a vendor asks to wait, in whole milliseconds from `now`, or null when it does not say. Reads
 *  `retry-after-ms`, `retry-after` (seconds or an HTTP date) and the `x-ratelimit-reset*` and
 *  `anthropic-ratelimit-*-reset` families (durations such as `6m0.5s`, ISO dates, Unix times); of several
 *  resets the latest counts, because every one of them has to be over. Never more than a day. */
export function retryAfterMs(headers: HeaderMap, now: Date): number | null {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? ""] as const);
  const header = (name: string) => lower.find(([key]) => key === name)?.[1] ?? "";
  const stated = /^\d+(\.\d+)?$/.test(header("retry-after-ms"))
    ? Number(header("retry-after-ms"))
    : parseWait(header("retry-after"), now);
  if (stated !== null) return clamp(stated);
  const resets = lower
    .filter(([name]) => /^(x-ratelimit-reset|anthropic-ratelimit-.+-reset$)/.test(name))
    .map(([, value]) => parseWait(value, now))
    .filter((wait) => wait !== null);
  return resets.length === 0 ? null : clamp(Math.max(...resets));
}

function clamp(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(0, Math.ceil(ms)));
}

export function parseWait(value: string, now: Date): number | null {
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return parseNumber(Number(text), now);
  if (/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(text)) return parseDuration(text);
  const at = Date.parse(text);
  return text === "" || Number.isNaN(at) ? null : at - now.getTime();
}

function parseNumber(number: number, now: Date): number {
  if (number < EARLIEST_UNIX_SECONDS) return number * 1000;
  return (number < EARLIEST_UNIX_SECONDS * 1000 ? number * 1000 : number) - now.getTime();
}

function parseDuration(text: string): number {
  let ms = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    ms += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return ms;
}
