import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const LOCKFILE = join(root, "package-lock.json");
const NPM_RECORD = join(root, "node_modules", ".package-lock.json");
const STAMP = join(root, "node_modules", ".wye-installed");

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCKFILE)).digest("hex");
}

/** Does what npm wrote down of the last installation agree with the lockfile? Optional packages may be absent:
 *  they are other platforms'. */
export function matchesLock(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== "");
  const missing = wanted.some(([path, entry]) => {
    const found = installed[path];
    return found === undefined ? !entry.optional && !entry.devOptional : found.version !== entry.version;
  });
  return !missing && Object.keys(installed).every((path) => path in locked);
}

/** Is what is locked installed? A tree that a developer has just installed is recognised as it is. */
export function isInstalled() {
  const record = readText(NPM_RECORD);
  if (record === null) return false;
  if (readText(STAMP) === lockHash()) return true;
  if (!matchesLock(JSON.parse(readFileSync(LOCKFILE, "utf8")).packages, JSON.parse(record).packages))
    return false;
  tryStamp();
  return true;
}

/** The stamp only saves the comparison, so a tree that may not be written to does without. */
function tryStamp() {
  try {
    writeFileSync(STAMP, lockHash());
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  }
}

export function stampInstalled() {
  writeFileSync(STAMP, lockHash());
}

export function clearInstalledStamp() {
  rmSync(STAMP, { force: true });
}
