import fc from "fast-check";
import { expect, test } from "vitest";
import { matchRank, toSearchQuery, toSearchText } from "./match-rank";

const rank = (query: string, names: string[], around = "") => {
  const asked = toSearchQuery(query);
  return asked && matchRank(toSearchText(names, around), asked);
};
/** Which of them is found first. */
function best(query: string, ...names: string[]): string | undefined {
  const ranked = names.flatMap((name) => ({ name, rank: rank(query, [name]) ?? [] }));
  return ranked
    .filter((one) => typeof one.rank === "number")
    .sort((a, b) => Number(a.rank) - Number(b.rank))[0]?.name;
}

test("the very name comes before one that begins with it, then a word that does, then any place", () => {
  expect(best("o3", "o3-mini", "o3", "gpt o3")).toBe("o3");
  expect(best("mini", "GPT-4o mini", "MiniMax")).toBe("MiniMax");
  expect(best("mini", "GPT-4o mini", "Gemini")).toBe("GPT-4o mini");
  expect(best("qwen", "DeepSeek R1 distill Qwen", "Qwen Max")).toBe("Qwen Max");
});

test("every word must be there, in any order and whatever stands between", () => {
  expect(rank("opus claude", ["Claude Opus 4"])).not.toBeNull();
  expect(rank("gpt4o", ["GPT-4o mini"])).not.toBeNull();
  expect(rank("claude 3.5", ["claude-3-5-sonnet"])).not.toBeNull();
  expect(rank("claude opus", ["Claude Sonnet"])).toBeNull();
});

test("Chinese names are found by a part of them", () => {
  expect(rank("千问", ["通义千问-Max", "Qwen-Max"])).not.toBeNull();
  expect(rank("通义 max", ["通义千问-Max"])).not.toBeNull();
});

test("a vendor's name finds its models, after those that are called so", () => {
  const own = rank("mistral", ["Mistral Large"], "Mistral");
  const other = rank("mistral", ["Pixtral"], "Mistral");
  expect(Number(own)).toBeLessThan(Number(other));
});

test("nothing but signs is no search", () => {
  expect(toSearchQuery("  - . ")).toBeNull();
});

test("whatever something is called finds it, and best of all", () => {
  const name = fc.string({ minLength: 1 }).filter((text) => toSearchQuery(text) !== null);
  fc.assert(
    fc.property(name, name, (own, other) => {
      expect(rank(own, [own, other])).toBe(rank(own, [own]));
      const found = rank(own, [other]);
      if (found !== null) expect(rank(own, [own])).toBeLessThanOrEqual(found);
    }),
  );
});
