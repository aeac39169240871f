import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processIdentity } from "./process-identity.mjs";

/** The processes that use the database of a data folder: an empty file each, named for the process's identity,
 *  so that there is no half-written state. Call under the lock. */
export function registerUser(folder: string): { remove(): void } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${processIdentity(process.pid)?.replaceAll(" ", "_")}@${randomUUID()}`);
  writeFileSync(path, "");
  return { remove: () => rmSync(path, { force: true }) };
}

export function countLiveUsers(folder: string): number {
  let live = 0;
  for (const name of readdirSync(folder)) {
    if (isAlive(name.split("@")[0]?.replaceAll("_", " ") ?? "")) live++;
    else rmSync(join(folder, name), { force: true });
  }
  return live;
}
