import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cleanEnvironment } from "../../../scripts/test/clean-environment.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output as one JSON value a line. @throws if a line is none. */
  lines(): Record<string, unknown>[];
}

export interface Running {
  child: ChildProcess;
  /** Resolves with what was printed so far, once it has this text in it. */
  printed(text: string): Promise<void>;
  ended: Promise<Ran>;
}

type Env = Readonly<Record<string, string>>;

/** Starts the command as the launcher does once the database is open. */
export function startCommand(env: Env, args: readonly string[]): Running {
  return start(["--import", "tsx", "scripts/cli/main.ts", ...args], env);
}

/** Runs a command to its end. */
export function runCommand(env: Env, args: readonly string[], input = ""): Promise<Ran> {
  const { child, ended } = startCommand(env, args);
  child.stdin?.end(input);
  return ended;
}

/** Runs it through the launcher, as `npm run -s wye --` does. */
export function runLauncher(env: Env, args: readonly string[]): Promise<Ran> {
  const { child, ended } = start(["scripts/wye.mjs", ...args], env);
  child.stdin?.end();
  return ended;
}

function start(args: readonly string[], env: Env): Running {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...cleanEnvironment(), LC_ALL: "C", NODE_ENV: "production", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (part: string) => {
      printed[name] += part;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...printed, lines: () => toLines(printed.stdout) }));
  });
  return { child, ended, printed: (text) => untilPrinted(text, printed, waiting, ended) };
}

function untilPrinted(
  text: string,
  printed: { stdout: string; stderr: string },
  waiting: Set<() => void>,
  ended: Promise<Ran>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!printed.stdout.includes(text)) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
    void ended.then((ran) => reject(new Error(`It ended without ${text}: ${ran.stdout}${ran.stderr}`)));
  });
}

function toLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
