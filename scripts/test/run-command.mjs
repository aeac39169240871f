import { spawn } from "node:child_process";
import { cleanEnvironment } from "./clean-environment.mjs";
import { ROOT } from "./paths.mjs";

const GRACE_MS = 20_000;
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end, with nothing on standard input.
 * @param {readonly string[]} command
 * @param {{ live: boolean, limitMs: number, env?: Record<string, string> }} options `live` shows the output as it
 *   comes; otherwise it is returned
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand([program = "", ...args], { live, limitMs, env = {} }) {
  return new Promise((resolve) => {
    // A group of its own, so that a step which hangs is ended with all that it started.
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...cleanEnvironment(), ...env },
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
      detached: true,
    });
    running.add(child);
    const lines = collect(child);
    const limit = setTimeout(() => {
      lines.push(`\n${program} did not end within ${limitMs / 1000} s and was stopped\n`);
      killGroup(child, "SIGTERM");
      setTimeout(() => killGroup(child, "SIGKILL"), GRACE_MS).unref();
    }, limitMs);

    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ ok, output: lines.join("") });
    };
    child.once("error", (error) => {
      lines.push(`${error.message}\n`);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

/** Ends what still runs, with everything it started. */
export function killRunning() {
  for (const child of running) killGroup(child, "SIGTERM");
}

/** @param {import("node:child_process").ChildProcess} child */
function collect(child) {
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => lines.push(text));
  }
  return lines;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It ended between the check and the signal.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
