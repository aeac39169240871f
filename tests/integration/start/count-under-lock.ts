import { readFileSync, writeFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { acquireLock } from "../../../db/embedded/file-lock.mjs";

/* Adds to the number in a file, some times, reading and writing it in two steps under the lock. */
const [lockFolder = "", file = "", times = "0"] = process.argv.slice(2);
for (let turn = 0; turn < Number(times); turn++) {
  const lock = await acquireLock(lockFolder);
  const before = Number(readFileSync(file, "utf8"));
  await setImmediate();
  writeFileSync(file, String(before + 1));
  lock.release();
}
