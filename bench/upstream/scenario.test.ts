import { expect, test } from "vitest";
import { DEFAULT_SCENARIO, parseScenario } from "./scenario";

test("what is not given has its default", () => {
  expect(parseScenario({ tokens: 3 })).toEqual({ ...DEFAULT_SCENARIO, tokens: 3 });
});

test.each([
  [null],
  [{ tokens: 0 }],
  [{ tokens: 1.5 }],
  [{ tokensPerSecond: "fast" }],
  [{ firstTokenDelayMs: -1 }],
])("refused: %j", (value) => {
  expect(() => parseScenario(value)).toThrow(RangeError);
});
