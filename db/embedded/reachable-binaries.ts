import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBarrier } from "./find-barrier.ts";
import { type Binaries, binariesIn } from "./find-binaries.ts";
import type { RunAs } from "./run-as.ts";

const WAY_OUT =
  "Set WYE_DATA_DIR to a folder that every user can reach, such as /var/lib/wye, run Wye as an ordinary user, or set DATABASE_URL.";

function openToAll(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) openToAll(inner);
    else if (entry.isFile()) chmodSync(inner, 0o755);
  }
}

/** The name holds the version, so that an upgrade is copied anew. Whole or not at all. */
function copyOnce(native: string, dataDir: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(dataDir, `postgres-programs-${version}`);
  if (existsSync(copy)) return copy;
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres-programs-")) rmSync(join(dataDir, name), { recursive: true });
  }
  const unfinished = `${copy}.new`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/** The programs where the user who runs them can: as root without user namespaces that is a service user, who cannot
 *  pass through /root; they are then copied into the data folder. Call only under the lock.
 *  @throws a sentence for who starts Wye, when that user cannot reach the data folder either. */
export function reachableBinaries(binaries: Binaries, { user }: RunAs, dataDir: string): Binaries {
  if (user === null) return binaries;
  const barrier = findBarrier(dataDir, user, "pass");
  if (barrier !== null) {
    throw new Error(
      `PostgreSQL does not run as root, and the user it runs as instead (with the id ${user.uid}) cannot reach the data folder ${dataDir}: ${barrier} is closed to others. ${WAY_OUT}`,
    );
  }
  const { native } = binaries;
  const inside = [binaries.postgres, binaries.initdb, join(native, "lib"), join(native, "share")];
  if (inside.every((path) => findBarrier(path, user, "use") === null)) return binaries;
  return binariesIn(copyOnce(native, dataDir));
}
