import { expect, test } from "vitest";
import { whenOver } from "./when-over";

const AUTO = { kind: "mode", mode: "auto" } as const;
const NAMED = { kind: "model", model: "openai/gpt-4o" } as const;

test("in a mode nobody is told of a refusal that the policy prevents", () => {
  expect(whenOver(AUTO, { tooLong: "switch" }, true)).toBe("switch");
  expect(whenOver(AUTO, { tooLong: "switch" }, false)).toBe("switch");
  expect(whenOver(AUTO, { tooLong: "compact" }, true)).toBe("compact");
});

test("a model that was named refuses, unless the policy says to summarise", () => {
  expect(whenOver(NAMED, { tooLong: "switch" }, true)).toBe("refused");
  expect(whenOver(NAMED, { tooLong: "compact" }, true)).toBe("compact");
});

test("nothing is said to be summarised where there is nothing to summarise", () => {
  expect(whenOver(AUTO, { tooLong: "compact" }, false)).toBe("refused");
  expect(whenOver(NAMED, { tooLong: "compact" }, false)).toBe("refused");
});
