import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLock } from "../../db/embedded/file-lock.mjs";
import { isAlive, processIdentity } from "../../db/embedded/process-identity.mjs";
import { root } from "./root.mjs";

// Another data folder does not make it another tree, so this lies beside the default one, whichever is in use.
const RUN = join(root, ".wye", "run");
const WORKER = join(RUN, "tree-worker");
const POLL_MS = 25;

function recordedWorker() {
  try {
    return readFileSync(WORKER, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/** One who was killed leaves its npm or its build behind, at work in the tree. */
async function endAbandonedWorker() {
  const worker = recordedWorker();
  while (worker !== null && isAlive(worker)) {
    process.kill(Number.parseInt(worker, 10), "SIGKILL");
    await sleep(POLL_MS);
  }
  rmSync(WORKER, { force: true });
}

/** Notes the process that works in the tree for the holder of the lock. */
export function recordTreeWorker(pid) {
  mkdirSync(RUN, { recursive: true, mode: 0o700 });
  const identity = processIdentity(pid);
  if (identity !== null) writeFileSync(WORKER, identity);
}

/** Holds the working tree while it is installed or built. */
export async function withTreeLock(progress, work) {
  const lock = await acquireLock(join(RUN, "tree-lock"), {
    onWait: ({ pid }) => progress.line(`  Waiting for process ${pid}, which is installing or building here`),
  });
  try {
    await endAbandonedWorker();
    return await work();
  } finally {
    rmSync(WORKER, { force: true });
    lock.release();
  }
}
