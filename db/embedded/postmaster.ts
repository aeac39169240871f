import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./process-identity.mjs";

/** The main process of a running PostgreSQL, as its postmaster.pid tells. */
export interface Postmaster {
  pid: number;
  identity: string;
  port: number;
  status: "starting" | "stopping" | "ready" | "standby" | "unknown";
}

const STATUSES = ["starting", "stopping", "ready", "standby"] as const;

function pidFile(clusterDir: string): string {
  return join(clusterDir, "postmaster.pid");
}

function readLines(path: string): string[] | null {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** A number in a stale file may have gone to another program: PostgreSQL's main process works in its cluster. */
function servesCluster(pid: number, clusterDir: string): boolean {
  if (process.platform !== "linux") return commandOf(pid).includes("postgres");
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}

/** The PostgreSQL that runs on this cluster, or null. */
export function findPostmaster(clusterDir: string): Postmaster | null {
  const lines = readLines(pidFile(clusterDir));
  const pid = Number(lines?.[0]);
  if (lines === null || !Number.isInteger(pid) || pid <= 0) return null;
  const identity = processIdentity(pid);
  if (identity === null || !servesCluster(pid, clusterDir)) return null;
  const status = lines[7]?.trim() ?? "";
  return {
    pid,
    identity,
    port: Number(lines[3]),
    status: STATUSES.find((known) => known === status) ?? "unknown",
  };
}

/** PostgreSQL takes any living process with the number in its file for itself and refuses to start. Call only
 *  under the lock, when `findPostmaster` finds none. PostgreSQL still guards itself by its shared memory. */
export function removeStalePidFile(clusterDir: string): void {
  rmSync(pidFile(clusterDir), { force: true });
}
