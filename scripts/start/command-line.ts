import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { openStore } from "./open-store.ts";
import { createProgress } from "./progress.mjs";
import { readSettings } from "./read-settings.ts";
import { root } from "./root.mjs";
import { watchParent } from "./watch-parent.mjs";

const ENTRY = join(root, "scripts", "cli", "main.ts");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Signals go to the command once it runs; one that comes before keeps it from running. Either way this process
 *  lives on to leave the database as it found it. */
class SignalRelay {
  private child: ChildProcess | null = null;
  private early: NodeJS.Signals | null = null;

  constructor() {
    for (const signal of SIGNALS) process.on(signal, () => this.pass(signal));
    watchParent(() => this.pass("SIGTERM"));
  }

  private pass(signal: NodeJS.Signals): void {
    if (this.child === null) this.early = signal;
    // On a terminal Ctrl-C reaches the whole group, the command included.
    else if (signal !== "SIGINT" || !process.stdin.isTTY) this.child.kill(signal);
  }

  run(args: readonly string[]): Promise<number> {
    if (this.early !== null) return Promise.resolve(128 + constants.signals[this.early]);
    const child = spawn(process.execPath, ["--import", "tsx", ENTRY, ...args], {
      cwd: root,
      stdio: "inherit",
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  }
}

/** Help and routing by Wye's defaults need no database, and no configuration either. */
function needsNoStore(args: readonly string[]): boolean {
  const isHelp = args.length === 0 || args.includes("--help") || args.includes("-h") || args[0] === "help";
  const namesTeam = args.some((arg) => /^--(team|as)(=|$)/.test(arg));
  return isHelp || (args[0] === "route" && !namesTeam);
}

async function withStore(run: () => Promise<number>): Promise<number> {
  const { line, step } = createProgress(process.stderr);
  const store = await openStore(readSettings(line), { step, line: () => undefined });
  try {
    return await run();
  } finally {
    await store.release();
  }
}

/** `doctor` is there to say what is wrong, so what is wrong here must not keep it from running. */
async function diagnose(run: () => Promise<number>): Promise<number> {
  let opened = false;
  try {
    return await withStore(() => {
      opened = true;
      return run();
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return opened ? 1 : Math.max(1, await run());
  }
}

export async function main(args: readonly string[]): Promise<void> {
  if (process.env.NODE_ENV === undefined) Object.assign(process.env, { NODE_ENV: "production" });
  const relay = new SignalRelay();
  const run = () => relay.run(args);
  if (needsNoStore(args)) process.exit(await run());
  process.exit(await (args[0] === "doctor" ? diagnose(run) : withStore(run)));
}
