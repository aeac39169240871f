import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { choosePort } from "./choose-port.ts";
import type { Binaries } from "./find-binaries.ts";
import { findPostmaster, type Postmaster, removeStalePidFile } from "./postmaster.ts";
import type { RunAs } from "./run-as.ts";
import { serverEnvironment } from "./server-environment.ts";
import { waitUntil } from "./wait-until.ts";

/** Replaying the log after a crash counts into this. */
const READY_TIMEOUT_MS = 120_000;
const ATTEMPTS = 40;
const LOG_LIMIT_BYTES = 10_000_000;

/** Orphans of a killed server hold its shared memory for a moment; a port may be taken between look and use. */
const PASSING = /shared memory block .* is still in use|Address already in use|could not bind/;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  // A socket's path may not exceed 107 bytes, and a data folder's may.
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

export interface ClusterFiles {
  clusterDir: string;
  portFile: string;
  logFile: string;
}

function rotateLog(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
}

function launch(files: ClusterFiles, binaries: Binaries, as: RunAs, port: number) {
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  const { file, args } = as.command(binaries.postgres, [
    "-D",
    files.clusterDir,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const log = openSync(files.logFile, "a", 0o600);
  // Detached, so that Ctrl-C in a terminal reaches Wye alone, which stops the database when its work is done.
  const child = spawn(file, args, {
    cwd: "/",
    env: serverEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
    ...as.user,
  });
  child.unref();
  closeSync(log);
  return child;
}

type Attempt = { postmaster: Postmaster } | { failure: string };

async function attempt(files: ClusterFiles, binaries: Binaries, as: RunAs): Promise<Attempt> {
  removeStalePidFile(files.clusterDir);
  rotateLog(files.logFile);
  const logStart = statSync(files.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = launch(files, binaries, as, await choosePort(files.portFile));
  let launchError: Error | null = null;
  child.once("error", (error) => {
    launchError = error;
  });
  const ended = () => launchError !== null || child.exitCode !== null || child.signalCode !== null;
  await waitUntil(
    () => ended() || findPostmaster(files.clusterDir)?.status === "ready" || null,
    READY_TIMEOUT_MS,
  );
  const postmaster = findPostmaster(files.clusterDir);
  if (postmaster?.status === "ready") return { postmaster };
  if (!ended()) child.kill("SIGQUIT");
  return {
    failure: launchError ? String(launchError) : readFileSync(files.logFile).subarray(logStart).toString(),
  };
}

/** Starts PostgreSQL on the cluster and waits until it takes connections. Call only under the lock. */
export async function startPostgres(files: ClusterFiles, binaries: Binaries, as: RunAs): Promise<Postmaster> {
  let failure = "";
  for (let turn = 0; turn < ATTEMPTS; turn++) {
    const result = await attempt(files, binaries, as);
    if ("postmaster" in result) return result.postmaster;
    failure = result.failure;
    if (!PASSING.test(failure)) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`The embedded PostgreSQL did not start (${files.logFile}):\n${failure.trim()}`);
}
