import { percentile } from "../load/percentile";

const CHARS = 2_000;
const WARM_ROUNDS = 20;
const ROUNDS = 50;
const MICROS_PER_MS = 1_000;

export interface Latency {
  texts: number;
  p50Micros: number | null;
  p99Micros: number | null;
}

/** Texts of exactly 2,000 characters, made of prompts one after the other. */
function textsOf(prompts: readonly string[]): string[] {
  const all = prompts.join("\n");
  return Array.from({ length: Math.floor(all.length / CHARS) }, (_, nth) =>
    all.slice(nth * CHARS, (nth + 1) * CHARS),
  );
}

/** What a decision costs in this process, once the code is warm. */
export function measureLatency(prompts: readonly string[], decide: (text: string) => unknown): Latency {
  const texts = textsOf(prompts);
  for (let round = 0; round < WARM_ROUNDS; round += 1) for (const text of texts) decide(text);
  const micros: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const text of texts) {
      const from = performance.now();
      decide(text);
      micros.push((performance.now() - from) * MICROS_PER_MS);
    }
  return { texts: texts.length, p50Micros: percentile(micros, 50), p99Micros: percentile(micros, 99) };
}
