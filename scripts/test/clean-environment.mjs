import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { findNode } from "../start/find-node.mjs";
import { ROOT } from "./paths.mjs";

/** What would point a test at a person's own server, database or keys. */
const STEERING =
  /^(PORT|HOST|DATABASE_URL|AUTH_.*|WYE_.*|PG.*|.*_API_KEY|.*_BASE_URL|NODE_ENV|NODE_OPTIONS)$/;

/** @typedef {Readonly<Record<string, string | undefined>>} Variables */

/**
 * The environment that tests run in: the person's own, without what steers Wye, and with the project's Node and
 * tools first on the path.
 * @param {Variables} [source]
 * @param {Variables} [dotEnv] what `npm start` would read from the file; an empty variable is an unset one, and
 *   keeps the file's from being read
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(source = process.env, dotEnv = readDotEnv()) {
  const kept = Object.entries(source).filter(([name]) => !STEERING.test(name));
  const blanked = Object.keys(dotEnv).map((name) => [name, ""]);
  const tools = [path.join(ROOT, "node_modules", ".bin"), path.dirname(findNode().file)];
  const searchPath = [...tools, source.PATH ?? ""].join(path.delimiter);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(blanked),
    PATH: searchPath,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

function readDotEnv() {
  const file = path.join(ROOT, ".env");
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}
