import { expect, test } from "vitest";
import type { Choice } from "./choice";
import { overrideOf } from "./override-of";

const mode = (chosen: "knowledge" | "reasoning" | "auto"): Choice => ({ kind: "mode", mode: chosen });
const model = (name: string): Choice => ({ kind: "model", model: name });
const inKnowledge = { mode: "knowledge", model: "a/one" } as const;
const named = { mode: null, model: "a/one" } as const;

test("another mode than the one that answered overrides it, the same does not", () => {
  expect(overrideOf(inKnowledge, mode("reasoning"))).toEqual({ mode: "reasoning", model: null });
  expect(overrideOf(inKnowledge, mode("knowledge"))).toBeNull();
  expect(overrideOf(named, mode("knowledge"))).toEqual({ mode: "knowledge", model: null });
});

test("another model than the one that answered overrides it, the same does not", () => {
  expect(overrideOf(inKnowledge, model("a/two"))).toEqual({ mode: null, model: "a/two" });
  expect(overrideOf(inKnowledge, model("a/one"))).toBeNull();
  expect(overrideOf(named, model("a/one"))).toBeNull();
});

test("Auto overrides nothing", () => {
  expect(overrideOf(inKnowledge, mode("auto"))).toBeNull();
  expect(overrideOf(named, mode("auto"))).toBeNull();
});
