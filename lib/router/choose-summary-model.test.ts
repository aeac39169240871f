import { expect, test } from "vitest";
import { chooseSummaryModel, type SummaryCandidate } from "./choose-summary-model";

const candidate = (name: string, room: number | null): SummaryCandidate => {
  const [provider = "", model = ""] = name.split("/");
  return { provider, model, room };
};
const chosen = candidate("a/chosen", 100);
const nameOf = ({ provider, model }: SummaryCandidate) => `${provider}/${model}`;
const choose = (tokens: number, others: readonly SummaryCandidate[], by = chosen) =>
  nameOf(chooseSummaryModel(by, [by, ...others], tokens));

test("the chosen model summarises what it has the room for, or may have", () => {
  expect(choose(100, [candidate("a/large", 1_000)])).toBe("a/chosen");
  expect(choose(1e9, [candidate("a/large", 2e9)], candidate("a/chosen", null))).toBe("a/chosen");
});

test("else the smallest of the same provider that has it, before any of another", () => {
  const others = [candidate("b/fit", 150), candidate("a/huge", 9_000), candidate("a/large", 1_000)];
  expect(choose(101, others)).toBe("a/large");
  expect(choose(9_001, [...others, candidate("b/vast", 10_000)])).toBe("b/vast");
});

test("where none has the room, the roomiest of the same provider reads it in parts", () => {
  expect(choose(1e6, [candidate("a/large", 1_000), candidate("b/vast", 9_000)])).toBe("a/large");
  expect(choose(1e6, [candidate("a/unknown", null), candidate("b/vast", 9_000)])).toBe("a/chosen");
});
