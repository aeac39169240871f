import { existsSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { clearInstalledStamp, isInstalled, stampInstalled } from "./installed.mjs";
import { root } from "./root.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { withTreeLock } from "./tree-lock.mjs";

const NPM_ARGS = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];

/** PATH without node_modules/.bin: its node is about to be replaced, and npm must outlive that. */
function outsidePath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !folder.endsWith(`${sep}node_modules${sep}.bin`));
}

/** npm as a program on PATH, or, where only the npm that started us is known, as that one's script. */
function npmCommand(folders) {
  const onPath = folders.map((folder) => join(folder, "npm")).find(existsSync);
  if (onPath !== undefined) return { file: onPath, args: NPM_ARGS };
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return { file: process.execPath, args: [script, ...NPM_ARGS] };
  throw new Error(
    'The dependencies are not installed, and there is no npm on PATH to install them with ("npm ci").',
  );
}

async function install() {
  const folders = outsidePath();
  const { file, args } = npmCommand(folders);
  // NODE_ENV=production would leave out what the build needs.
  const env = { ...process.env, PATH: folders.join(delimiter), NODE_ENV: "development" };
  clearInstalledStamp();
  await runQuietly(file, args, { cwd: root, env });
  stampInstalled();
}

/** Installs what is locked if it is not. Runs on Node 20 without node_modules. */
export async function ensureInstalled(progress) {
  if (isInstalled()) return;
  await withTreeLock(progress, async () => {
    if (!isInstalled()) await progress.step("Installing the dependencies that are locked", install);
  });
}
