import { spawn } from "node:child_process";
import { constants } from "node:os";
import { watchParent } from "./watch-parent.mjs";

/** Runs a script under another Node in our place: same terminal, same signals, same exit code. The channel between
 *  the two closes when this process is killed, which tells the other to stop. */
export function runUnder(node, script, args) {
  const child = spawn(node.file, [...node.args, script, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // On a terminal Ctrl-C reaches the whole group, the child included.
  process.on("SIGINT", () => {
    if (!process.stdin.isTTY) child.kill("SIGINT");
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
