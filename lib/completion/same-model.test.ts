import { expect, test } from "vitest";
import { sameModel } from "./same-model";

test.each([
  ["claude-sonnet-4-5", "anthropic/claude-sonnet-4.5"],
  ["gpt-5", "openai/GPT-5"],
  ["deepseek-r1", "deepseek/deepseek-r1:free"],
  ["kimi-k2", "accounts/host/models/kimi-k2"],
  ["qwen3", "qwen3:latest"],
])("%s is the same model as %s", (one, other) => {
  expect(sameModel(other)).toBe(sameModel(one));
});

test.each([
  ["gpt-4o", "gpt-4o-2024-08-06"],
  ["qwen3:8b", "qwen3:32b"],
  ["gpt-5", "gpt-5-mini"],
])("%s is another model than %s", (one, other) => {
  expect(sameModel(other)).not.toBe(sameModel(one));
});
