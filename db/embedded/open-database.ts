import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { countLiveUsers, registerUser } from "./database-users.ts";
import { DATABASE_NAME, ensureDatabase } from "./ensure-database.ts";
import { acquireLock } from "./file-lock.mjs";
import { findBinaries } from "./find-binaries.ts";
import { DATABASE_USER, initCluster, readPassword } from "./init-cluster.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import { reachableBinaries } from "./reachable-binaries.ts";
import { runAs } from "./run-as.ts";
import { type ClusterFiles, startPostgres } from "./start-postgres.ts";
import { stopPostgres } from "./stop-postgres.ts";
import { waitUntil } from "./wait-until.ts";

const LOCK_TIMEOUT_MS = 180_000;
const SETTLE_TIMEOUT_MS = 120_000;

export interface OpenDatabase {
  url: string;
  /** Whether this call started the server. */
  startedHere: boolean;
  /** Leaves the database. The last live user stops the server. May be called more than once. */
  release(): Promise<void>;
}

export interface OpenDatabaseOptions {
  dataDir: string;
  log: (line: string) => void;
  /** An external database: nothing is started or stopped. */
  databaseUrl?: string | undefined;
}

interface Folders extends ClusterFiles {
  lock: string;
  users: string;
}

function foldersOf(dataDir: string): Folders {
  return {
    clusterDir: join(dataDir, "postgres"),
    portFile: join(dataDir, "postgres.port"),
    logFile: join(dataDir, "postgres.log"),
    lock: join(dataDir, "run", "database-lock"),
    users: join(dataDir, "run", "database-users"),
  };
}

/** The server that already runs, once it has finished starting; null when there is none or it went away. */
async function settledPostmaster(clusterDir: string): Promise<Postmaster | null> {
  await waitUntil(() => {
    const found = findPostmaster(clusterDir);
    return found === null || found.status === "ready" ? true : null;
  }, SETTLE_TIMEOUT_MS);
  return findPostmaster(clusterDir);
}

async function startHere(folders: Folders, log: (line: string) => void): Promise<Postmaster> {
  const found = findBinaries();
  log("Starting the embedded PostgreSQL");
  const as = runAs(folders.clusterDir);
  const binaries = reachableBinaries(found, as, dirname(folders.clusterDir));
  await initCluster(folders.clusterDir, binaries, as);
  return startPostgres(folders, binaries, as);
}

async function stopIfUnused(folders: Folders): Promise<void> {
  if (countLiveUsers(folders.users) > 0) return;
  const postmaster = findPostmaster(folders.clusterDir);
  if (postmaster !== null) await stopPostgres(postmaster);
}

async function underLock<T>(
  folders: Folders,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = await acquireLock(folders.lock, {
    waitMs: LOCK_TIMEOUT_MS,
    onWait: ({ pid }) => log(`Waiting for process ${pid}, which is starting or stopping the database`),
  });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Opens the database of a data folder, starting its embedded PostgreSQL if it does not run. Safe to call from
 *  many processes at once, and after any of them was killed. */
export async function openDatabase({
  dataDir,
  log,
  databaseUrl,
}: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (databaseUrl !== undefined)
    return { url: databaseUrl, startedHere: false, release: async () => undefined };
  const folders = foldersOf(resolve(dataDir));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });

  return underLock(folders, log, async () => {
    const user = registerUser(folders.users);
    try {
      const running = await settledPostmaster(folders.clusterDir);
      const { port } = running ?? (await startHere(folders, log));
      const serverUrl = `postgres://${DATABASE_USER}:${readPassword(folders.clusterDir)}@127.0.0.1:${port}`;
      await ensureDatabase(serverUrl);
      let released: Promise<void> | null = null;
      const leave = () =>
        underLock(folders, log, async () => {
          user.remove();
          await stopIfUnused(folders);
        });
      const release = () => {
        released ??= leave();
        return released;
      };
      return { url: `${serverUrl}/${DATABASE_NAME}`, startedHere: running === null, release };
    } catch (error) {
      user.remove();
      await stopIfUnused(folders);
      throw error;
    }
  });
}
