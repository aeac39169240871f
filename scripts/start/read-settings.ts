import { resolve } from "node:path";
import { type Env, parseEnv } from "../../lib/env.ts";
import { root } from "./root.mjs";
import { findMissingSecrets } from "./secrets.ts";

export interface Settings extends Env {
  /** Absolute. */
  dataDir: string;
  /** What is odd in the environment, a sentence each; told already. */
  warnings: string[];
}

/** The environment, checked: warnings are told.
 *  @throws one error that names everything wrong, a line each. */
export function readSettings(tell: (line: string) => void): Settings {
  const { env, problems, warnings } = parseEnv(process.env);
  for (const warning of warnings) tell(`Warning: ${warning}`);
  const { DATABASE_URL, AUTH_SECRET, WYE_ENCRYPTION_KEY } = process.env;
  const wrong = [...problems, ...findMissingSecrets({ DATABASE_URL, AUTH_SECRET, WYE_ENCRYPTION_KEY })];
  if (env === null || wrong.length > 0)
    throw new Error(["Wye cannot start with this configuration:", ...wrong].join("\n  "));
  return { ...env, dataDir: resolve(root, env.WYE_DATA_DIR), warnings };
}
