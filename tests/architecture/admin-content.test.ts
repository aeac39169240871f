import { expect, test } from "vitest";
import { sourceFiles } from "./source-files";

/** What people write, or what is kept of it. */
const CONTENT = /\b(chat|message|run|runEvent|draft|decision)\b/;

/** Names that a file imports from the schema. */
function tablesOf(text: string): string[] {
  const found = [...text.matchAll(/import \{([^}]*)\} from "\.\.\/schema[^"]*"/g)];
  return found.flatMap(([, names]) => (names ?? "").split(",").map((name) => name.trim()));
}

const isContent = (text: string): boolean => tablesOf(text).some((name) => CONTENT.test(name));

test("no query of the instance's administration reads a table that holds what people write", () => {
  const queries = sourceFiles(/^db\/queries\/admin-.*\.ts$/);
  expect(queries.length).toBeGreaterThan(0);
  expect(
    queries.filter(({ text }) => isContent(text) || /\b(from|join) (chat|message)\b/.test(text)),
  ).toEqual([]);
});

test("the administration asks no query of chats, messages or drafts", () => {
  const asks =
    /@\/(db\/queries\/(chats|messages|drafts|replies|summaries|decisions?|past-questions)|lib\/chat\/)/;
  expect(sourceFiles(/^(lib\/admin|app\/\(admin\))\//).filter(({ text }) => asks.test(text))).toEqual([]);
});

test("a query that reads messages is found", () => {
  expect(isContent('import { message, team } from "../schema";')).toBe(true);
  expect(isContent('import { team } from "../schema";')).toBe(false);
});
