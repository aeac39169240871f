import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashBuildInputs } from "./hash-build-inputs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wye-build-"));
  mkdirSync(join(root, "app", "inner"), { recursive: true });
  writeFileSync(join(root, "app", "inner", "page.tsx"), "one");
});

afterEach(() => rmSync(root, { recursive: true }));

it("changes with a file's content, its name and a new file", () => {
  const seen = new Set([hashBuildInputs(root)]);
  writeFileSync(join(root, "app", "inner", "page.tsx"), "two");
  seen.add(hashBuildInputs(root));
  renameSync(join(root, "app", "inner", "page.tsx"), join(root, "app", "inner", "other.tsx"));
  seen.add(hashBuildInputs(root));
  writeFileSync(join(root, "proxy.ts"), "");
  seen.add(hashBuildInputs(root));
  expect(seen.size).toBe(4);
});

it("stays with a test, and with what is no part of the build", () => {
  const before = hashBuildInputs(root);
  writeFileSync(join(root, "app", "inner", "page.test.tsx"), "");
  writeFileSync(join(root, "README.md"), "");
  expect(hashBuildInputs(root)).toBe(before);
});
