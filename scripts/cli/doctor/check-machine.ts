import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { findNode } from "../../start/find-node.mjs";
import { hashBuildInputs } from "../../start/hash-build-inputs";
import { isInstalled } from "../../start/installed.mjs";
import { root } from "../../start/root.mjs";
import { findChromium } from "../../test/find-chromium.mjs";
import { examine, type Finding, ok, remark, wrong } from "./finding";

const ENOUGH_BYTES = 1_000_000_000;
const GIGABYTE = 1_000_000_000;

/** The machine and the tree, without the data. */
export function checkMachine(dataDir: string): Promise<Finding>[] {
  return [
    examine("Node", checkNode),
    examine("Dependencies", checkDependencies),
    examine("Build", checkBuild),
    examine("Disk space", () => checkDisk(dataDir)),
    examine("Chromium", checkChromium),
  ];
}

function checkNode() {
  const node = findNode();
  return ok(`${process.version}${node.isThis ? "" : `; Wye runs under ${node.file}`}`);
}

function checkDependencies() {
  if (isInstalled()) return ok("installed as package-lock.json says");
  return wrong("not those of package-lock.json", 'Run "npm ci", or "npm start", which does.');
}

function checkBuild() {
  const stamp = join(root, ".next", "wye-built");
  const built = existsSync(join(root, ".next", "BUILD_ID")) && existsSync(stamp);
  if (!built) return remark("not built yet", '"npm start" builds before it serves.');
  if (readFileSync(stamp, "utf8") === hashBuildInputs(root)) return ok("up to date");
  return remark("older than the sources", '"npm start" builds anew before it serves.');
}

function checkDisk(dataDir: string) {
  const { bavail, bsize } = statfsSync(existsSync(dataDir) ? dataDir : root);
  const free = `${((bavail * bsize) / GIGABYTE).toFixed(1)} GB free`;
  if (bavail * bsize >= ENOUGH_BYTES) return ok(free);
  return wrong(`${free} at ${dataDir}`, "Free some space: PostgreSQL stops when the disk is full.");
}

async function checkChromium() {
  const chromium = await findChromium();
  if (chromium !== null) return ok(chromium);
  return remark("none that starts; only the tests need one", '"npm test" fetches one.');
}
