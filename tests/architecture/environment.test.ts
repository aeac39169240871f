import { expect, test } from "vitest";
import { environmentReads } from "./environment";
import { sourceFiles } from "./source-files";

/** What runs before the application, around it, or against it, and hands an environment on. */
const AROUND = /^(scripts\/(start|test|wye)|tests\/|bench\/)/;
const check = (text: string) => environmentReads({ path: "lib/x.ts", text });

test("lib/env.ts alone reads the environment", () => {
  const readers = sourceFiles(/\.(ts|tsx|mjs|cjs)$/)
    .filter((file) => !AROUND.test(file.path) && !/\.test\.tsx?$/.test(file.path))
    .flatMap(environmentReads);
  expect(new Set(readers)).toEqual(new Set(["lib/env.ts"]));
});

test.each([
  ["a property", "export const port = process.env.PORT;"],
  ["an optional chain", "export const port = process.env?.PORT;"],
  ["a computed property", 'export const env = process["env"];'],
  ["the global object", "export const env = globalThis.process.env;"],
  ["a pattern", "const { env } = process;\nexport const port = env.PORT;"],
  ["an alias", "const own = process;\nexport const port = own.env.PORT;"],
  ["a setting beside the bundle's runtime", "const a = [process.env.NEXT_RUNTIME, process.env.PORT];"],
  ["the module", 'import { env } from "node:process";\nexport const port = env.PORT;'],
])("%s is found", (_name, text) => {
  expect(check(text)).not.toEqual([]);
});

test.each([
  ["a comment", "// process.env is read elsewhere\nexport const x = 1;"],
  ["the bundle's runtime", 'if (process.env.NEXT_RUNTIME !== "nodejs") stop();'],
  ["another use of process", "export const id = process.pid;"],
])("%s is no reading", (_name, text) => {
  expect(check(text)).toEqual([]);
});
