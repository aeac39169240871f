import { expect, test } from "vitest";
import { matchesOf } from "./matches-of";

const MODELS = [
  { provider: "openai", vendor: "openai", model: "gpt-4o", residency: "elsewhere" as const },
  { provider: "openai", vendor: "openai", model: "gpt-4o-mini", residency: "elsewhere" as const },
  { provider: "house", vendor: "ollama", model: "qwen3", residency: "local" as const },
];

test.each([
  [["openai/*"], 2, []],
  [["*/gpt-4o", "OLLAMA/*"], 2, []],
  [["house/qwen3", "ollama/qwen3"], 1, []],
  [["*", "nobody/*"], 3, ["nobody/*"]],
  [[], 0, []],
])(
  "%j match %i models between them, each once; those that match none are named",
  (patterns, matched, idle) => {
    expect(matchesOf(patterns, MODELS)).toEqual({ matched, idle });
  },
);
