import { expect, test } from "vitest";
import { writesPerAnswer } from "./database-writes";

const at = (count: number) => ({
  transactions: count,
  rowsInserted: 2 * count,
  rowsUpdated: 3 * count,
  rowsDeleted: 4 * count,
  logBytes: 5 * count,
});

test("what was written between two readings is shared among the answers", () => {
  expect(writesPerAnswer(at(100), at(300), 100)).toEqual(at(2));
});

test("without an answer there is nothing to share it among", () => {
  expect(writesPerAnswer(at(100), at(300), 0)).toBeNull();
});
