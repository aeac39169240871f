import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./find-binaries.ts";
import type { RunAs } from "./run-as.ts";
import { serverEnvironment } from "./server-environment.ts";

export const DATABASE_USER = "wye";
const PASSWORD_FILE = "wye.password";

/** The built-in provider compares by code point on every platform; the C library's character classes are there
 *  for pg_trgm, which takes no Chinese character for a letter in the plain C locale. */
const LOCALE_ARGS = [
  "--encoding=UTF8",
  "--locale=C",
  `--lc-ctype=${process.platform === "darwin" ? "UTF-8" : "C.UTF-8"}`,
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

async function runInitdb(binaries: Binaries, as: RunAs, folder: string, passwordFile: string): Promise<void> {
  const { file, args } = as.command(binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    ...LOCALE_ARGS,
  ]);
  try {
    await promisify(execFile)(file, args, { cwd: "/", env: serverEnvironment, ...as.user });
  } catch (error) {
    const detail = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    const who =
      as.user === null
        ? ""
        : ` (it runs as the user with the id ${as.user.uid}, who must be able to reach that folder)`;
    throw new Error(`PostgreSQL could not make its folder ${folder}${who}:\n${detail}`, { cause: error });
  }
}

/** Of attempts that were killed. Their initdb may still be writing, which is why each has a folder of its own. */
function removeUnfinished(clusterDir: string): void {
  const prefix = `${basename(clusterDir)}.new-`;
  for (const name of readdirSync(dirname(clusterDir))) {
    if (name.startsWith(prefix)) {
      rmSync(join(dirname(clusterDir), name), { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

/** Makes the cluster, whole or not at all. Call only under the lock. */
export async function initCluster(clusterDir: string, binaries: Binaries, as: RunAs): Promise<void> {
  if (existsSync(join(clusterDir, "PG_VERSION"))) return;
  removeUnfinished(clusterDir);
  const unfinished = `${clusterDir}.new-${randomUUID()}`;
  const passwordFile = `${unfinished}.${PASSWORD_FILE}`;
  mkdirSync(unfinished, { mode: 0o700 });
  as.give(unfinished);
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  as.give(passwordFile);
  await runInitdb(binaries, as, unfinished, passwordFile);
  renameSync(passwordFile, join(unfinished, PASSWORD_FILE));
  renameSync(unfinished, clusterDir);
}

export function readPassword(clusterDir: string): string {
  const path = join(clusterDir, PASSWORD_FILE);
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new Error(
      `The password of the embedded database, ${path}, cannot be read. Restore it from a backup.`,
      {
        cause,
      },
    );
  }
}
