import { join } from "node:path";
import type { Db } from "@/db/client";
import { findLedgerPartitions, serverVersion } from "@/db/queries/installation";
import { authSecret } from "@/lib/auth/auth-secret";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { areSecretsOfDatabase } from "@/lib/setup/check-secrets";
import { findMissingMigrations } from "@/lib/setup/find-missing-migrations";
import { root } from "../../start/root.mjs";
import { examine, type Finding, ok, reasonOf, wrong } from "./finding";

const OLDEST_SERVER = 150_000;

/** Whether it answers; what is in it can be checked only then. */
export function checkReachable(db: Db, dataDir: string): Promise<Finding> {
  return examine("Database", async () => {
    try {
      const version = await serverVersion(db);
      const name = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`;
      if (version >= OLDEST_SERVER) return ok(name);
      return wrong(`${name} is too old`, "Wye needs PostgreSQL 15 or later.");
    } catch (error) {
      return wrong(
        `it cannot be reached: ${reasonOf(error)}`,
        `Check DATABASE_URL and that its server runs; for the embedded one, read ${join(dataDir, "postgres.log")}.`,
      );
    }
  });
}

export function checkDatabase(db: Db, now: Date): Promise<Finding>[] {
  return [
    examine("Migrations", () => checkMigrations(db)),
    examine("Ledger", () => checkPartitions(db, now)),
    examine("Encryption key", () => checkKey(db)),
  ];
}

async function checkMigrations(db: Db) {
  const { count, missing, isLater } = await findMissingMigrations(db, root);
  if (missing.length > 0) return wrong(`not applied: ${missing.join(", ")}`, '"npm start" applies them.');
  if (!isLater) return ok(`all ${count} applied`);
  return wrong("the database is of a later release than this one", "Go back to the later release.");
}

async function checkPartitions(db: Db, now: Date) {
  const months = [0, 1].map(
    (ahead) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)),
  );
  const names = months.map((month) => `ledger_${month.toISOString().slice(0, 7).replace("-", "")}`);
  const there = await findLedgerPartitions(db, names);
  const missing = names.filter((name) => !there.includes(name));
  if (missing.length === 0) return ok("has room for this month and the next");
  return wrong(`the partition ${missing.join(" and ")} is missing`, "Restart the server, which makes it.");
}

async function checkKey(db: Db) {
  const secrets = { authSecret: authSecret(), encryptionKey: encryptionKey() };
  if (await areSecretsOfDatabase(db, secrets)) return ok("the one that this database was first used with");
  return wrong(
    "AUTH_SECRET or WYE_ENCRYPTION_KEY is not the one this database was first used with",
    "Set both to their former values; stored keys cannot be opened with others.",
  );
}
