import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Not written by hand, or not this application: what a build, a run, a generator or a package leaves. */
const SKIPPED = new Set([
  "node_modules",
  ".next",
  ".wye",
  ".git",
  "coverage",
  "test-results",
  "playwright-report",
  "drizzle",
  "public",
]);

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
}

/** Every hand-written program file whose path matches. */
export function sourceFiles(matching: RegExp): SourceFile[] {
  return walk("")
    .filter((file) => /\.(ts|tsx|mjs|cjs|js|css|sql)$/.test(file) && file !== "next-env.d.ts")
    .filter((file) => matching.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), "utf8") }));
}

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(name);
    return entry.isFile() ? [name] : [];
  });
}
