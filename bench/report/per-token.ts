/** Microseconds a token; null when there were none. */
export function perToken(cpuMs: number, tokens: number): number | null {
  return tokens === 0 ? null : (cpuMs * 1000) / tokens;
}
