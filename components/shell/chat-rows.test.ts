import { expect, test } from "vitest";
import { chatRows } from "./chat-rows";

const chat = (id: string, updatedAt: string) => ({
  id,
  title: id,
  updatedAt,
  streaming: false,
  broken: false,
  leafId: null,
});

test("each group of days has one heading, before its first chat", () => {
  const rows = chatRows(
    [
      chat("a", "2026-03-10T10:00:00Z"),
      chat("b", "2026-03-10T09:00:00Z"),
      chat("c", "2026-03-09T09:00:00Z"),
      chat("d", "2025-01-01T00:00:00Z"),
    ],
    Date.parse("2026-03-10T12:00:00Z"),
    "UTC",
  );
  expect(rows.map((row) => (row.kind === "heading" ? row.group : row.chat.id))).toEqual([
    "today",
    "a",
    "b",
    "yesterday",
    "c",
    "older",
    "d",
  ]);
});

test("an empty list has no headings", () => {
  expect(chatRows([], 0, "UTC")).toEqual([]);
});
