/** What the upstream answers; set through `POST /control`, the same for all requests until changed. */
export interface Scenario {
  firstTokenDelayMs: number;
  tokens: number;
  /** Null sends all tokens at once after the delay. */
  tokensPerSecond: number | null;
}

export const DEFAULT_SCENARIO: Scenario = { firstTokenDelayMs: 0, tokens: 200, tokensPerSecond: null };

const LIMITS = { firstTokenDelayMs: 60_000, tokens: 100_000, tokensPerSecond: 10_000 } as const;

/** @throws RangeError naming the field that is out of bounds. */
export function parseScenario(value: unknown): Scenario {
  if (typeof value !== "object" || value === null) throw new RangeError("a scenario is an object");
  const given = { ...DEFAULT_SCENARIO, ...value };
  check("firstTokenDelayMs", given.firstTokenDelayMs, 0);
  check("tokens", given.tokens, 1);
  if (given.tokensPerSecond !== null) check("tokensPerSecond", given.tokensPerSecond, 1);
  return {
    firstTokenDelayMs: given.firstTokenDelayMs,
    tokens: given.tokens,
    tokensPerSecond: given.tokensPerSecond,
  };
}

function check(field: keyof typeof LIMITS, value: unknown, min: number): void {
  if (!Number.isInteger(value) || Number(value) < min || Number(value) > LIMITS[field]) {
    throw new RangeError(`${field} is an integer from ${min} to ${LIMITS[field]}, not ${String(value)}`);
  }
}
