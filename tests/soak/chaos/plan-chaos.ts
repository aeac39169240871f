import type { Choice } from "@/lib/router/choice";
import { Random } from "../plan/random";

export const HOSTS = ["a", "b", "c", "d"] as const;
export type HostName = (typeof HOSTS)[number];

/** What befalls a host in the middle of an answer. */
const MIDWAY_TROUBLES = ["cut-midway", "end-midway"] as const;
/** What befalls a host, before its first word but for these. `down`: nobody listens there. `slow`: its first word comes
 *  too late. */
export const TROUBLES = [
  ...(["down", "slow", "rate-limited", "cut", "early-end", "garbage", "malformed"] as const),
  ...(["error", "error-event", "empty"] as const),
  ...MIDWAY_TROUBLES,
] as const;
export type Trouble = (typeof TROUBLES)[number];
export const isMidway = (trouble: Trouble): boolean => MIDWAY_TROUBLES.some((one) => one === trouble);

/** Two hosts have it, so that it has somewhere to go when it is named. */
export const SHARED = "shared-model";
const ONLY: Readonly<Record<HostName, string>> = {
  a: "alpha-1",
  b: "beta-1",
  c: "gamma-1",
  d: "delta-1",
};
export const MODELS: Readonly<Record<HostName, readonly string[]>> = {
  a: [ONLY.a, SHARED],
  b: [ONLY.b],
  c: [ONLY.c],
  d: [ONLY.d, SHARED],
};
export const MODES = {
  knowledge: [`a/${ONLY.a}`, `b/${ONLY.b}`, `c/${ONLY.c}`],
  reasoning: [`c/${ONLY.c}`, `d/${ONLY.d}`, `a/${ONLY.a}`],
} as const;

export interface ChaosQuestion {
  /** Finds its calls again at the hosts. */
  marker: string;
  text: string;
  choice: Choice;
}

/** Some questions, and what is wrong while they are asked. */
export interface ChaosBlock {
  host: HostName;
  trouble: Trouble;
  /** Only calls with the first of its keys have it, where it has two. */
  oneKey: boolean;
  retryAfterSeconds: number;
  questions: ChaosQuestion[];
}

/** As many as ask at once: who comes later would find a circuit open, and nobody in trouble. */
const QUESTIONS_OF_A_BLOCK = 4;

/** Those that are asked first suffer most. */
const SUFFERERS = ["a", "a", "a", "c", "c", "b", "d"] as const satisfies readonly HostName[];

const CHOICES: readonly [Choice, ...Choice[]] = [
  { kind: "mode", mode: "knowledge" },
  { kind: "mode", mode: "reasoning" },
  { kind: "mode", mode: "auto" },
  { kind: "model", model: `a/${SHARED}` },
  { kind: "model", model: `d/${SHARED}` },
];

/** For Auto: some need thought, in both languages. */
const TEXTS = [
  "What is the capital of Peru?",
  "Prove by cases that n squared plus n is even for every whole number n.",
  "法国的首都是哪里？",
  "请证明根号二是无理数，并说明每一步的理由。",
] as const;

/** The same seed gives the same questions and troubles. */
export function planChaos(seed: number, count: number): ChaosBlock[] {
  const blocks: ChaosBlock[] = [];
  for (let number = 0; number < count; ) {
    const random = new Random(`chaos ${seed} ${blocks.length}`);
    const size = Math.min(QUESTIONS_OF_A_BLOCK, count - number);
    blocks.push({
      // Each trouble as often as every other.
      trouble: TROUBLES[(blocks.length + seed) % TROUBLES.length] ?? "down",
      host: random.pick(SUFFERERS),
      oneKey: random.chance(0.3),
      retryAfterSeconds: random.between(1, 40),
      questions: Array.from({ length: size }, () => {
        const marker = `chaos-${seed}-${++number}-q`;
        return { marker, text: `${random.pick(TEXTS)} (${marker})`, choice: random.pick(CHOICES) };
      }),
    });
  }
  return blocks;
}
