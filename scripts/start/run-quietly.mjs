import { spawn } from "node:child_process";
import { recordTreeWorker } from "./tree-lock.mjs";

const KEPT_CHARACTERS = 20_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs a program that works in the tree to its end; what it printed is shown only when it fails.
 *  @throws with the end of its output. */
export function runQuietly(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) recordTreeWorker(child.pid);
    // A signal to us alone would leave it behind.
    const passOn = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, passOn);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-KEPT_CHARACTERS);
      });
    }
    child.once("error", reject);
    child.once("close", (code, endedBy) => {
      for (const signal of SIGNALS) process.off(signal, passOn);
      if (code === 0) resolve();
      else
        reject(new Error(`"${[file, ...args].join(" ")}" ended with ${code ?? endedBy}:\n${output.trim()}`));
    });
  });
}
