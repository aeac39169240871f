import { expect, test } from "vitest";
import { makeScenario } from "../plan/make-scenario";
import { summarise } from "./summarise";

const RUN = { scenario: makeScenario(1, 2), problems: [], answers: ["complete"] as const, calls: 2, rows: 2 };
const TOTALS = { rows: 2, gapless: true, open: 0, strays: 0 };

test("runs, answers, calls and rows are counted, and nothing is wrong with the whole", () => {
  const { text, problems } = summarise([RUN], TOTALS);
  expect(text).toMatch(/^runs +1$/m);
  expect(text).toMatch(/^ {2}complete +1$/m);
  expect(text).toMatch(/^calls that the upstream saw +2$/m);
  expect(problems).toEqual([]);
});

test.each([
  ["a row that no answer names", { rows: 3 }],
  ["a missing row", { rows: 1 }],
  ["a call that is open at the end", { open: 1 }],
  ["a call that nobody asked for", { strays: 1 }],
  ["a gap in the ledger's numbers", { gapless: false }],
])("%s fails the whole", (_, change) => {
  expect(summarise([RUN], { ...TOTALS, ...change }).problems).toHaveLength(1);
});
