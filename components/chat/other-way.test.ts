import { expect, test } from "vitest";
import type { MessageMetadata } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import { pickerModel } from "@/tests/support/picker-model";
import { otherWay } from "./other-way";

const quick = pickerModel("v/quick");
const thinker = pickerModel("v/thinker", {
  abilities: { ...quick.abilities, reasoning: "always" },
});
const another = pickerModel("v/another");
const picker: Picker = {
  modes: [
    { mode: "auto", model: quick, reason: null },
    { mode: "knowledge", model: quick, reason: null },
    { mode: "reasoning", model: thinker, reason: null },
  ],
  models: [quick, thinker, another],
  total: 3,
  favourites: [],
  recent: [],
  tooLong: "switch",
};

const answer = (change: Partial<MessageMetadata>): MessageMetadata => ({
  parentId: "q",
  status: "complete",
  createdAt: "2026-01-01T00:00:00.000Z",
  model: "v/quick",
  modelName: "quick",
  ...change,
});

test("the other way of one mode is the other", () => {
  expect(otherWay(answer({ mode: "knowledge" }), picker)).toBe("reasoning");
  expect(otherWay(answer({ mode: "reasoning", model: "v/thinker" }), picker)).toBe("knowledge");
});

test("of a named model it is the mode that does what it did not", () => {
  expect(otherWay(answer({ mode: null, model: "v/another" }), picker)).toBe("reasoning");
  expect(otherWay(answer({ mode: null, model: "v/thinker" }), picker)).toBe("knowledge");
});

test("there is none where the mode has no model, or nobody has answered", () => {
  const [auto, knowledge] = picker.modes;
  const without = { ...picker, modes: [auto, knowledge].filter((entry) => entry !== undefined) };
  expect(otherWay(answer({ mode: "knowledge" }), without)).toBeNull();
  const { modelName: _, ...nobody } = answer({ mode: "knowledge" });
  expect(otherWay(nobody, picker)).toBeNull();
});
