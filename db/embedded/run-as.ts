import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** How to run PostgreSQL's programs on one cluster folder. PostgreSQL refuses to run as root. */
export interface RunAs {
  command(program: string, args: readonly string[]): { file: string; args: string[] };
  /** Set when the programs run as another user than this process. */
  user: { uid: number; gid: number } | null;
  /** Gives a file or folder of ours to that user. */
  give(path: string): void;
}

const UNSHARE_ARGS = ["--user", "--map-user=65534", "--map-group=65534"];

const asOurselves: RunAs = {
  command: (file, args) => ({ file, args: [...args] }),
  user: null,
  give: () => undefined,
};

/** Root outside, nobody inside: files stay root's and PostgreSQL is content. */
const inUserNamespace: RunAs = {
  command: (program, args) => ({ file: "unshare", args: [...UNSHARE_ARGS, program, ...args] }),
  user: null,
  give: () => undefined,
};

function asUser(uid: number, gid: number): RunAs {
  return { ...asOurselves, user: { uid, gid }, give: (path) => chownSync(path, uid, gid) };
}

function canUnshare(): boolean {
  return process.platform === "linux" && spawnSync("unshare", [...UNSHARE_ARGS, "true"]).status === 0;
}

function findServiceUser(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has no user postgres or nobody. Run Wye as an ordinary user, or set DATABASE_URL.",
  );
}

function asServiceUser(clusterDir: string): RunAs {
  const { uid, gid } = findServiceUser();
  // That user must be able to pass through the data folder; what is secret in it is closed by itself.
  chmodSync(dirname(clusterDir), 0o711);
  return asUser(uid, gid);
}

/** @throws if the cluster belongs to a user that this one cannot become. */
export function runAs(clusterDir: string): RunAs {
  const ownUid = process.getuid?.();
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (ownUid === undefined) return asOurselves;
  if (ownUid !== 0) {
    if (owner === undefined || owner.uid === ownUid) return asOurselves;
    throw new Error(
      `${clusterDir} belongs to the user with the id ${owner.uid}, and Wye runs as ${ownUid}. Start it as that user, or set WYE_DATA_DIR to another folder.`,
    );
  }
  if (owner !== undefined && owner.uid !== 0) return asUser(owner.uid, owner.gid);
  return canUnshare() ? inUserNamespace : asServiceUser(clusterDir);
}
