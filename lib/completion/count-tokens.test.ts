import { countTokens as whole } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { countTokens } from "./count-tokens";

const PROSE = "A price is an integer of millionths. 一个价格是百万分之一的整数，精确到最后一位。 ";

test("prose is counted as the vocabulary has it", async () => {
  expect(await countTokens(PROSE.repeat(20))).toBe(whole(PROSE.repeat(20)));
  expect(await countTokens("")).toBe(0);
});

test.each([
  ["letters", "a".repeat(300_000)],
  ["Han characters", "价格精确到最后一位".repeat(30_000)],
  ["signs", "=-".repeat(150_000)],
  ["spaces", " ".repeat(300_000)],
])("a long run of %s is counted in time that does not explode", async (_name, text) => {
  // Unsliced, each of these takes tens of seconds: the runner's own limit is the proof.
  const tokens = await countTokens(text);
  expect(tokens).toBeGreaterThan(0);
  expect(tokens).toBeLessThanOrEqual(text.length);
});

test("slicing a run costs at most a token a slice", async () => {
  const run = "reckoning".repeat(120);
  const difference = (await countTokens(run)) - whole(run);
  expect(Math.abs(difference)).toBeLessThanOrEqual(Math.ceil(run.length / 200));
});
