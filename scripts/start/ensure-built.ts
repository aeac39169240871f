import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashBuildInputs } from "./hash-build-inputs.ts";
import type { Progress } from "./progress.mjs";
import { root } from "./root.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { withTreeLock } from "./tree-lock.mjs";

const NEXT = join(root, "node_modules", "next", "dist", "bin", "next");
const STAMP = join(root, ".next", "wye-built");

function isBuilt(hash: string): boolean {
  return (
    existsSync(join(root, ".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash
  );
}

async function build(hash: string): Promise<void> {
  rmSync(STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await runQuietly(process.execPath, [NEXT, "build"], { cwd: root, env });
  writeFileSync(STAMP, hash);
}

/** Builds the application if what it is built from has changed. */
export async function ensureBuilt(progress: Progress): Promise<void> {
  if (isBuilt(hashBuildInputs(root))) return;
  await withTreeLock(progress, async () => {
    const hash = hashBuildInputs(root);
    if (!isBuilt(hash)) await progress.step("Building", () => build(hash));
  });
}
