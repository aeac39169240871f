import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findNode } from "../../scripts/start/find-node.mjs";
import { cleanEnvironment } from "../../scripts/test/clean-environment.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** A first start builds; afterwards it takes seconds. */
const START_LIMIT_MS = 15 * 60_000;
const STOP_LIMIT_MS = 60_000;

export interface StartWye {
  /** Joins an environment without any setting of Wye's. */
  env?: Readonly<Record<string, string>>;
  /** Kept when given, to start again on the same data; otherwise a fresh one, removed by `stop`. */
  dataDir?: string;
  /** Any free one unless it is given, to start again where pages look for it. */
  port?: number;
  /** Shows what the server prints, as it prints it. */
  echo?: boolean;
}

export interface Wye {
  /** `http://localhost:PORT` */
  url: string;
  pid: number;
  dataDir: string;
  /** All that it printed so far. */
  output(): string;
  /** The one-time set-up link it printed. @throws Error if it printed none. */
  setupUrl(): string;
  /** Sends SIGTERM. @throws Error unless it ends with status 0. */
  stop(): Promise<void>;
  /** Sends SIGKILL, which leaves the data folder as a crash does. */
  kill(): Promise<void>;
}

/** Starts a real production server, as `npm start` does, and waits until it answers. */
export async function startWye({
  env = {},
  dataDir,
  port: wanted,
  echo = false,
}: StartWye = {}): Promise<Wye> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), "wye-server-")));
  const port = wanted ?? (await freePort());
  const node = findNode();
  const child = spawn(node.file, [...node.args, "scripts/start.mjs"], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), PORT: String(port), WYE_DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(child, echo);
  const exited = exitOf(child);
  const stopWithUs = () => child.kill("SIGTERM");
  process.once("exit", stopWithUs);

  const url = `http://localhost:${port}`;
  try {
    await untilItAnswers(url, exited);
  } catch (error) {
    process.off("exit", stopWithUs);
    child.kill("SIGTERM");
    await exited;
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    throw new Error(`Wye did not start. It printed:\n${output()}`, { cause: error });
  }
  return {
    url,
    pid: child.pid ?? 0,
    dataDir: folder,
    output,
    setupUrl: () => findSetupUrl(output()),
    async stop() {
      process.off("exit", stopWithUs);
      await stopCleanly(child, exited, output);
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
    async kill() {
      process.off("exit", stopWithUs);
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function collect(child: ChildProcess, echo: boolean): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (echo) process.stdout.write(part);
    });
  }
  return () => text;
}

/** The exit status, or the signal that ended it. */
function exitOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
}

async function untilItAnswers(url: string, exited: Promise<number | string>): Promise<void> {
  const gaveUp = AbortSignal.timeout(START_LIMIT_MS);
  const ended = exited.then((status) => ({ status }));
  while (!gaveUp.aborted) {
    const answer = fetch(url, { redirect: "manual", signal: gaveUp }).then(
      () => true,
      () => sleep(200, false),
    );
    const first = await Promise.race([answer, ended]);
    if (first === true) return;
    if (first !== false) throw new Error(`it ended with ${first.status}`);
  }
  throw new Error(`it did not answer within ${START_LIMIT_MS / 60_000} minutes`);
}

async function stopCleanly(
  child: ChildProcess,
  exited: Promise<number | string>,
  output: () => string,
): Promise<void> {
  child.kill("SIGTERM");
  const limit = new AbortController();
  const status = await Promise.race([exited, sleep(STOP_LIMIT_MS, "no end", { signal: limit.signal })]);
  limit.abort();
  if (status === 0) return;
  child.kill("SIGKILL");
  throw new Error(`Wye was stopped by SIGTERM and ended with ${status}. It printed:\n${output()}`);
}

function findSetupUrl(output: string): string {
  const link = /http\S*\/setup\?token=[\w-]+/.exec(output)?.[0];
  if (link === undefined) throw new Error(`No set-up link was printed:\n${output}`);
  return link;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("No port was given"));
      server.close(() => resolve(address.port));
    });
  });
}
