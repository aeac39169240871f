import { expect, test } from "vitest";
import { pickerModel } from "@/tests/support/picker-model";
import { toSearchQuery } from "./match-rank";
import { rankModels, toSearched } from "./rank-models";

const MODELS = [
  pickerModel("openai/gpt-4o", { displayName: "GPT-4o", vendorName: "OpenAI" }),
  pickerModel("openai/gpt-4o-mini", { displayName: "GPT-4o mini", vendorName: "OpenAI" }),
  pickerModel("openrouter/openai/gpt-4o-mini", {
    displayName: "OpenAI: GPT-4o-mini",
    vendorName: "OpenRouter",
  }),
  pickerModel("alibaba/qwen-max", { displayName: "Qwen-Max", otherName: "通义千问-Max", vendorName: "Qwen" }),
  pickerModel("anthropic/claude-sonnet-4-5", { displayName: "Claude Sonnet 4.5", vendorName: "Anthropic" }),
].map(toSearched);

function found(text: string): string[] {
  const query = toSearchQuery(text);
  return query === null ? [] : rankModels(MODELS, query).map(({ model }) => model.name);
}

test("a full name finds its model first, and a part of it the shortest", () => {
  expect(found("openai/gpt-4o-mini")[0]).toBe("openai/gpt-4o-mini");
  expect(found("gpt 4o")).toEqual(["openai/gpt-4o", "openai/gpt-4o-mini", "openrouter/openai/gpt-4o-mini"]);
});

test("a model is found by its name in either language", () => {
  expect(found("通义千问")).toEqual(["alibaba/qwen-max"]);
  expect(found("qwen max")).toEqual(["alibaba/qwen-max"]);
});

test("where nothing is called so, what is nearly written so is found", () => {
  expect(found("sonet")).toEqual(["anthropic/claude-sonnet-4-5"]);
  expect(found("no such model")).toEqual([]);
  expect(found("gpt")).not.toContain("anthropic/claude-sonnet-4-5");
});
