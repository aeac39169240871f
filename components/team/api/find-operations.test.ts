import { expect, test } from "vitest";
import { buildDocument } from "@/lib/openai-api/reference/build-document";
import { toReference } from "@/lib/openai-api/reference/reference-view";
import { findOperations } from "./find-operations";

const operations = toReference(buildDocument("en", "http://localhost:3000/api/v1"));
const pathsOf = (query: string) => findOperations(operations, query).map(({ path }) => path);

test("without a question everything is there; with one that nothing answers, nothing", () => {
  expect(pathsOf(" ")).toEqual(operations.map(({ path }) => path));
  expect(pathsOf("nothing is called so")).toEqual([]);
});

test("an address that is called so is there whole, of others the fields that are", () => {
  const [embeddings] = findOperations(operations, "/embeddings");
  expect(embeddings).toEqual(operations.find(({ path }) => path === "/embeddings"));
  const [chat] = findOperations(operations, "REASONING_EFFORT");
  expect(chat?.body.map(({ name }) => name)).toEqual(["reasoning_effort"]);
  expect(chat?.examples).toEqual([]);
});

test("of a field that only has such a part, the part alone is left", () => {
  const [chat] = findOperations(operations, "tool_call_id");
  const [messages, ...others] = chat?.body ?? [];
  expect(others).toEqual([]);
  expect(messages?.groups.map(({ form, fields }) => [form, fields.map(({ name }) => name)])).toEqual([
    ['role: "tool"', ["tool_call_id"]],
  ]);
});
