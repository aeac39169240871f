import path from "node:path";
import { findNode } from "../start/find-node.mjs";
import { ROOT } from "./paths.mjs";

/** What would point a test at a person's own server, database, keys or browser profile. */
const STEERING =
  /^(PORT|HOST|DATABASE_URL|AUTH_.*|WYE_.*|PG.*|.*_API_KEY|.*_BASE_URL|NODE_ENV|NODE_OPTIONS)$/;
/** Says which browser the tests use, not which Wye. */
const KEPT = new Set(["WYE_CHROMIUM"]);

/**
 * The environment that tests run in: the person's own, without what steers Wye, and with the project's Node and
 * tools first on the path.
 * @param {NodeJS.ProcessEnv} [source]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(source = process.env) {
  const kept = Object.entries(source).filter(([name]) => KEPT.has(name) || !STEERING.test(name));
  const tools = [path.join(ROOT, "node_modules", ".bin"), path.dirname(findNode().file)];
  const searchPath = [...tools, source.PATH ?? ""].join(path.delimiter);
  return { ...Object.fromEntries(kept), PATH: searchPath, NEXT_TELEMETRY_DISABLED: "1" };
}
