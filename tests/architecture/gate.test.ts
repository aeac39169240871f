import { expect, test } from "vitest";
import { modelCalls } from "./gate";
import { sourceFiles } from "./source-files";

const check = (text: string) => modelCalls({ path: "lib/chat/x.ts", text });

test("only lib/completion calls a model", () => {
  const files = sourceFiles(/^(app|components|lib|db|scripts)\/.*\.tsx?$/);
  expect(files.filter((file) => !file.path.startsWith("lib/completion/")).flatMap(modelCalls)).toEqual([]);
});

test.each([
  ["a stream", 'import { streamText } from "ai";'],
  ["a renamed call", 'import { generateText as say } from "ai";'],
  ["an embedding", 'import { type UIMessage, embedMany } from "ai";'],
  ["an agent", 'import { ToolLoopAgent } from "ai";'],
  ["everything", 'import * as ai from "ai";'],
])("%s is found", (_name, text) => {
  expect(check(text)).toHaveLength(1);
});

test.each([
  ["a type", 'import type { streamText } from "ai";'],
  ["what calls no model", 'import { DefaultChatTransport, generateId } from "ai";'],
  ["another package", 'import { streamText } from "./own";'],
])("%s is free", (_name, text) => {
  expect(check(text)).toEqual([]);
});
