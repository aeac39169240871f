import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const Pair = z.object({
  category: z.string(),
  question: z.string(),
  weak_correct: z.union([z.boolean(), z.number()]).transform(Boolean),
  strong_correct: z.union([z.boolean(), z.number()]).transform(Boolean),
});

/** A question that a weak and a strong model answered. */
export interface Pair {
  category: string;
  question: string;
  /** 1 when only the strong one was right, -1 when only the weak one was, otherwise 0. */
  gain: number;
}

/** The questions of `mmlu-pro-weak-strong.jsonl.gz`. */
export function readPairs(dataDir: string): Pair[] {
  return gunzipSync(readFileSync(join(dataDir, "mmlu-pro-weak-strong.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Pair.parse(JSON.parse(line)))
    .map(({ category, question, weak_correct, strong_correct }) => ({
      category,
      question,
      gain: Number(strong_correct) - Number(weak_correct),
    }));
}
