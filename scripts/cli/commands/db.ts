import { join, resolve } from "node:path";
import type { Command } from "commander";
import { lockHolder } from "@/db/embedded/file-lock.mjs";
import { findPostmaster } from "@/db/embedded/postmaster";
import { env } from "@/lib/env";
import { Failure } from "../failure";
import { leaf } from "../leaf";
import { note, printValue } from "../output";

export function addDbCommands(db: Command): void {
  leaf(db, "url", "the address of the database, with its password")
    .option("--json", "one JSON value")
    .action(showUrl);
}

function showUrl(options: { json?: boolean }): void {
  const { DATABASE_URL: url, WYE_DATA_DIR } = env();
  if (!url) throw new Failure('There is no database: run the command as "npm run -s wye --".');
  printValue({ url }, options, url);
  if (
    isEmbedded(url, resolve(WYE_DATA_DIR)) &&
    lockHolder(join(resolve(WYE_DATA_DIR), "run", "instance-lock")) === null
  )
    note("Wye does not run, so this database stops when the last command that uses it ends.");
}

function isEmbedded(url: string, dataDir: string): boolean {
  const { hostname, port } = new URL(url);
  return hostname === "127.0.0.1" && findPostmaster(join(dataDir, "postgres"))?.port === Number(port);
}
