import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export interface Child {
  pid: number;
  /** Resolves with the first line of standard output that `accept` takes.
   *  @throws Error when the process ends first. */
  line(accept: (line: string) => boolean): Promise<string>;
  /** Resolves when it has ended; kills it when it does not end by itself. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** The one core that it and its children may use; null for any. */
  core: number | null;
  cwd?: string;
  /** Added to this process's own; null takes one away. */
  env?: Readonly<Record<string, string | null>>;
}

const STOP_GRACE_MS = 15_000;
const KEPT_OUTPUT_CHARACTERS = 4_000;

/** Starts a Node script. `taskset` becomes the script's own process, so the pid is its. */
export function startChild(script: string, args: readonly string[], { core, cwd, env }: ChildOptions): Child {
  const node = [process.execPath, script, ...args];
  const [command = "", ...rest] = core === null ? node : ["taskset", "-c", String(core), ...node];
  const child = spawn(command, rest, {
    cwd,
    env: mergeEnv(env ?? {}),
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid === undefined) throw new Error("taskset could not be started (Debian: util-linux)");
  const output = collect(child);
  return {
    pid: child.pid,
    line: (accept) => waitForLine(child, output, accept),
    stop: () => stop(child),
  };
}

function mergeEnv(changes: Readonly<Record<string, string | null>>): NodeJS.ProcessEnv {
  const merged: Record<string, string | undefined> & NodeJS.ProcessEnv = { ...process.env };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

interface Output {
  lines: string[];
  tail: string;
}

function collect(child: ChildProcess): Output {
  const output: Output = { lines: [], tail: "" };
  let rest = "";
  const keep = (text: string) => {
    output.tail = (output.tail + text).slice(-KEPT_OUTPUT_CHARACTERS);
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    keep(text);
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    output.lines.push(...lines);
    child.emit("line");
  });
  child.stderr?.setEncoding("utf8").on("data", keep);
  child.on("error", (error) => keep(String(error)));
  return output;
}

async function waitForLine(
  child: ChildProcess,
  output: Output,
  accept: (line: string) => boolean,
): Promise<string> {
  const ended = once(child, "close").then(() => {
    throw new Error(`${child.spawnargs.join(" ")} ended:\n${output.tail}`);
  });
  // Awaited below only while no line was accepted.
  ended.catch(() => undefined);
  for (;;) {
    const line = output.lines.find(accept);
    if (line !== undefined) return line;
    await Promise.race([once(child, "line"), ended]);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  const outcome = await Promise.race([closed, sleep(STOP_GRACE_MS, "late", { ref: false })]);
  if (outcome !== "late") return;
  child.kill("SIGKILL");
  await closed;
}
