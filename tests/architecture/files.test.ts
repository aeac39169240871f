import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT, type SourceFile, sourceFiles } from "./source-files";

const MAX_LINES = 300;
const tooLong = (file: SourceFile) => file.text.trimEnd().split("\n").length > MAX_LINES;
const isKebabCase = (file: string) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(path.basename(file));
/** An address in the lock file would tie every installation to the registry of one machine. */
const namesAnAddress = (lock: string) => /"resolved"\s*:/.test(lock);

test("no file passes 300 lines", () => {
  expect(
    sourceFiles(/./)
      .filter(tooLong)
      .map((file) => file.path),
  ).toEqual([]);
});

test("a file of 301 lines is found, one of 300 is not", () => {
  expect(tooLong({ path: "x.ts", text: "x\n".repeat(MAX_LINES + 1) })).toBe(true);
  expect(tooLong({ path: "x.ts", text: "x\n".repeat(MAX_LINES) })).toBe(false);
});

test("each file is named in kebab-case", () => {
  const paths = sourceFiles(/^(app|bench|components|db|lib|scripts|tests)\//).map((file) => file.path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((file) => !isKebabCase(file))).toEqual([]);
});

test.each(["setBudget.ts", "SetBudget.tsx", "set_budget.ts"])("%s is no kebab-case", (name) => {
  expect(isKebabCase(name)).toBe(false);
});

test("the lock file names no address", () => {
  expect(namesAnAddress(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"))).toBe(false);
});

test("an address in a lock file is found", () => {
  expect(namesAnAddress('{ "resolved": "somewhere" }')).toBe(true);
});
