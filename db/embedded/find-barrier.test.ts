import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findBarrier } from "./find-barrier";

const STRANGER = { uid: 64_999, gid: 64_999 };

let root: string;
let inner: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wye-barrier-"));
  inner = join(root, "inner");
  file = join(inner, "program");
  mkdirSync(inner);
  writeFileSync(file, "");
  for (const path of [root, inner, file]) chmodSync(path, 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

it("finds none where everybody may go", () => {
  expect(findBarrier(file, STRANGER, "use")).toBeNull();
});

it("names the nearest closed folder above, however open what is in it", () => {
  chmodSync(root, 0o700);
  expect(findBarrier(file, STRANGER, "use")).toBe(root);
  chmodSync(inner, 0o700);
  expect(findBarrier(file, STRANGER, "use")).toBe(inner);
});

it("needs no more than a way through of a folder above", () => {
  chmodSync(root, 0o711);
  expect(findBarrier(file, STRANGER, "use")).toBeNull();
  expect(findBarrier(root, STRANGER, "pass")).toBeNull();
  expect(findBarrier(root, STRANGER, "use")).toBe(root);
});

it("goes by what the owner may, and the group, before what others may", () => {
  chmodSync(file, 0o005);
  const { uid, gid } = statSync(file);
  expect(findBarrier(file, { uid, gid }, "use")).toBe(file);
  expect(findBarrier(file, { uid: STRANGER.uid, gid }, "use")).toBe(file);
  expect(findBarrier(file, STRANGER, "use")).toBeNull();
});
