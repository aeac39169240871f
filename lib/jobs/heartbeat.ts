import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Db } from "@/db/client";
import { beat } from "@/db/queries/replicas";
import { replicaId } from "@/lib/replica-id";
import packageJson from "@/package.json";

export const HEARTBEAT_MS = 15_000;
const SHOWN_OF_HASH = 8;

const startedAt = new Date(Date.now() - process.uptime() * 1000);
let known: string | null = null;

/** Says that this process lives, where it runs and what it is. */
export function heartbeat(db: Db): Promise<void> {
  known ??= ownVersion(process.cwd());
  return beat(db, { id: replicaId(), version: known, host: hostname(), startedAt });
}

/** The release and, of a build, its sources: two that differ are not of the same code. */
function ownVersion(folder: string): string {
  try {
    const hash = readFileSync(join(folder, ".next", "wye-built"), "utf8").trim();
    return `${packageJson.version} (${hash.slice(0, SHOWN_OF_HASH)})`;
  } catch {
    return packageJson.version;
  }
}
