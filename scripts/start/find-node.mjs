import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** The dependencies need 22.12. */
const OLDEST = [22, 12];
/** From here on Node runs TypeScript by itself. */
const RUNS_TYPESCRIPT = [22, 18];

function isAtLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.replace(/^v/, "").split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** The Node that is installed as a dependency, if it runs on this machine. */
function bundledNode() {
  const path = join(root, "node_modules", ".bin", "node");
  if (!existsSync(path)) return null;
  const file = realpathSync(path);
  if (file === realpathSync(process.execPath)) return file;
  return spawnSync(file, ["--version"]).status === 0 ? file : null;
}

/** The Node to run Wye with: the one it is tested with where there is one, else this one.
 *  @throws when neither will do. */
export function findNode() {
  const bundled = bundledNode();
  if (bundled !== null)
    return { file: bundled, args: [], isThis: bundled === realpathSync(process.execPath) };
  if (!isAtLeast(process.version, OLDEST)) {
    throw new Error(
      `Wye needs Node ${OLDEST.join(".")} or later. This is ${process.version}, and no other is installed for ${process.platform} on ${process.arch}.`,
    );
  }
  const native = isAtLeast(process.version, RUNS_TYPESCRIPT);
  const isThis = native || process.execArgv.includes("--experimental-strip-types");
  return { file: process.execPath, args: native ? [] : ["--experimental-strip-types"], isThis };
}
