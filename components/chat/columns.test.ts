import { expect, test } from "vitest";
import type { WyeMessage } from "@/lib/chat/message";
import { columnsOf, freePlace, withCompared } from "./columns";

const answer = (id: string, place: number): WyeMessage => ({
  id,
  role: "assistant",
  parts: [],
  metadata: {
    parentId: "q",
    status: "complete",
    createdAt: "2026-01-01T00:00:00.000Z",
    comparison: { id: "c", place, picked: null },
  },
});
const columns = [answer("a", 0), answer("b", 1), answer("d", 3)];

test("an answer of the path and those beside it are the columns, by their places", () => {
  const middle = withCompared(columns, "b");
  expect(middle && columnsOf(middle).map(({ id }) => id)).toEqual(["a", "b", "d"]);
  expect(middle?.metadata?.compared?.map(({ id }) => id)).toEqual(["a", "d"]);
});

test("whichever leads the path, the columns are the same and hold each other no deeper", () => {
  const first = withCompared(columns, "a");
  const again = first && withCompared(columnsOf(first), "d");
  expect(again && columnsOf(again).map(({ id }) => id)).toEqual(["a", "b", "d"]);
  expect(again?.metadata?.compared?.every(({ metadata }) => metadata?.compared === undefined)).toBe(true);
});

test("an answer alone is one column, and one that is not there is none", () => {
  expect(columnsOf(answer("a", 0))).toHaveLength(1);
  expect(withCompared(columns, "x")).toBeNull();
});

test("the first free place is found, and none where all are taken", () => {
  expect(freePlace(columns, 4)).toBe(2);
  expect(freePlace([...columns, answer("c", 2)], 4)).toBeNull();
});
