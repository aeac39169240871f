import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, processIdentity } from "./process-identity.mjs";

/* A lock is a folder of numbered files. The highest number is the state of the lock: held by the process it
 * names, or free when it says so or that process is gone. To take it is to link the next number, which only one
 * can. Numbers only grow and the last few are kept, so one who acts on an old reading finds, after linking, that
 * a higher number exists, and gives way. Runs on Node 20 without node_modules: the installation is locked too. */
const KEPT = 16;
const POLL_MS = 25;

function numbersIn(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => b - a);
}

/** One reading: the highest number, and its holder if that one lives. */
function readState(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const number = numbersIn(folder)[0] ?? 0;
  try {
    const content = JSON.parse(readFileSync(join(folder, String(number)), "utf8"));
    return { number, holder: content.identity && isAlive(content.identity) ? content : null };
  } catch (error) {
    // Nobody yet, or tidied away since: the link, or the look after it, decides.
    if (error.code === "ENOENT") return { number, holder: null };
    throw new Error(`${join(folder, String(number))} cannot be read: ${error.message}`, { cause: error });
  }
}

function writeScratch(folder, content) {
  const scratch = join(folder, `new.${process.pid}.${randomUUID()}`);
  writeFileSync(scratch, JSON.stringify(content), { mode: 0o600 });
  return scratch;
}

function tryLink(scratch, target) {
  try {
    linkSync(scratch, target);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(scratch, { force: true });
  }
}

function tidy(folder, current) {
  for (const name of readdirSync(folder)) {
    const writer = /^new\.(\d+)\./.exec(name)?.[1];
    const abandoned = writer !== undefined && processIdentity(Number(writer)) === null;
    if (abandoned || (/^\d+$/.test(name) && Number(name) <= current - KEPT)) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

/** Who holds the lock now, or null. */
export function lockHolder(folder) {
  return readState(folder).holder;
}

/** Takes the lock if it is free. `note` is told to whoever finds it held. */
export function tryLock(folder, note = {}) {
  const state = readState(folder);
  if (state.holder !== null) return null;
  const number = state.number + 1;
  const path = join(folder, String(number));
  const claim = { pid: process.pid, identity: processIdentity(process.pid), note };
  if (!tryLink(writeScratch(folder, claim), path)) return null;
  if (numbersIn(folder)[0] !== number) {
    rmSync(path, { force: true });
    return null;
  }
  tidy(folder, number);
  const replace = (content) => renameSync(writeScratch(folder, content), path);
  return {
    setNote: (next) => replace({ ...claim, note: next }),
    release: () => replace({ released: true }),
  };
}

/** Waits for the lock. `onWait` is called once, with the holder, when it is not free at once. */
export async function acquireLock(folder, { waitMs = Number.POSITIVE_INFINITY, onWait } = {}) {
  const deadline = Date.now() + waitMs;
  for (let told = false; ; ) {
    const lock = tryLock(folder);
    if (lock !== null) return lock;
    const holder = lockHolder(folder);
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${holder?.pid ?? "unknown"} has held the lock ${folder} for ${waitMs / 1000} s.`,
      );
    }
    if (holder !== null && !told) {
      told = true;
      onWait?.(holder);
    }
    await sleep(POLL_MS);
  }
}
