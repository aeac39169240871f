import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Db } from "@/db/client";
import { listAppliedMigrations } from "@/db/queries/installation";

const Journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

export interface MigrationState {
  /** Of this release. */
  count: number;
  /** Names of those that the database lacks. */
  missing: string[];
  /** The database has some that this release does not know. */
  isLater: boolean;
}

/** How the database's migrations compare with those of the release in a folder. */
export async function findMissingMigrations(db: Db, folder: string): Promise<MigrationState> {
  const text = readFileSync(join(folder, "drizzle/meta/_journal.json"), "utf8");
  const { entries } = Journal.parse(JSON.parse(text));
  const applied = new Set(await listAppliedMigrations(db));
  const missing = entries.filter(({ when }) => !applied.has(when)).map(({ tag }) => tag);
  return { count: entries.length, missing, isLater: missing.length === 0 && applied.size > entries.length };
}
