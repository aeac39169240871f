import { percentile } from "../load/percentile";
import { medianBy } from "../report/median";

const CHARS = 2_000;
/** Decisions, however many texts there are: who is measured on few texts is as warm as who is on many. */
const WARM = 3_000;
/** Of these the median counts: who else uses the machine comes and goes. */
const ROUNDS = 7;
const OF_A_ROUND = 1_000;
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
  const textOf = (nth: number): string => texts[nth % texts.length] ?? "";
  for (let nth = 0; nth < WARM; nth += 1) decide(textOf(nth));
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    Array.from({ length: OF_A_ROUND }, (_, nth) => {
      const text = textOf(round * OF_A_ROUND + nth);
      const from = performance.now();
      decide(text);
      return (performance.now() - from) * MICROS_PER_MS;
    }),
  );
  const micros = medianBy(rounds, (one) => percentile(one, 99) ?? 0);
  return { texts: texts.length, p50Micros: percentile(micros, 50), p99Micros: percentile(micros, 99) };
}
