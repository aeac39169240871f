import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Db } from "@/db/client";
import { freshDatabase } from "../../support/database";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";
import { type Ran, type Running, runCommand, startCommand } from "./run-command";

export interface CommandWorld {
  env: Readonly<Record<string, string>>;
  upstream: Upstream;
  db: Db;
  run(...args: string[]): Promise<Ran>;
  start(...args: string[]): Running;
  close(): Promise<void>;
}

/** A database and a vendor of a test file's own, and commands that use them. */
export async function openCommandWorld(models: readonly string[]): Promise<CommandWorld> {
  const [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models })]);
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-cli-"));
  const env = {
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    WYE_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    WYE_DATA_DIR: dataDir,
  };
  return {
    env,
    upstream,
    db: database.db,
    run: (...args) => runCommand(env, args),
    start: (...args) => startCommand(env, args),
    async close() {
      await upstream.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @throws with what the command printed, when it did not succeed. */
export async function succeed(ran: Promise<Ran>): Promise<Record<string, unknown>> {
  const { code, stderr, lines } = await ran;
  const [value] = lines();
  if (code !== 0 || value === undefined) throw new Error(`It ended with ${code}: ${stderr}`);
  return value;
}
