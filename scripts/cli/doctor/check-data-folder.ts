import { accessSync, constants, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { findMissingSecrets } from "../../start/secrets";
import { examine, type Finding, ok, remark, wrong } from "./finding";

/** The settings, and what lies in the data folder. */
export function checkDataFolder(dataDir: string): Promise<Finding>[] {
  return [
    examine("Configuration", checkConfiguration),
    examine("Data folder", () => checkFolder(dataDir)),
    examine("Secrets", () => checkSecrets(dataDir)),
  ];
}

function checkConfiguration() {
  try {
    return ok(`served at ${env().AUTH_URL}`);
  } catch (error) {
    const problems = error instanceof Error ? error.message.replaceAll("\n", " ") : "";
    return wrong(problems, "Correct the variables; .env.example documents them.");
  }
}

function checkFolder(dataDir: string) {
  if (!existsSync(dataDir)) return remark(`${dataDir} is not there yet`, '"npm start" makes it.');
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(
      `${dataDir} cannot be written to`,
      "Give it to the user that Wye runs as, or set WYE_DATA_DIR.",
    );
  }
  // The folder itself may be passed through: where root runs it, PostgreSQL's user must.
  const open = [
    ...(isOpen(dataDir, 0o066) ? [dataDir] : []),
    ...[join(dataDir, "secrets.json"), join(dataDir, "postgres")].filter((path) => isOpen(path, 0o077)),
  ];
  if (open.length === 0) return ok(dataDir);
  return wrong(`others may read ${open.join(", ")}`, `chmod go-rwx ${open.join(" ")}`);
}

function isOpen(path: string, mode: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & mode) !== 0;
}

function checkSecrets(dataDir: string) {
  const { AUTH_SECRET, WYE_ENCRYPTION_KEY, DATABASE_URL } = env();
  if (AUTH_SECRET && WYE_ENCRYPTION_KEY) return ok("AUTH_SECRET and WYE_ENCRYPTION_KEY are there");
  const missing = findMissingSecrets({ AUTH_SECRET, WYE_ENCRYPTION_KEY, DATABASE_URL });
  if (missing.length > 0)
    return wrong(missing.join(" "), "Set them, and keep them with the backups of the database.");
  const path = join(dataDir, "secrets.json");
  if (!existsSync(path)) return remark("not made yet", '"npm start" makes them.');
  return wrong(`those in ${path} could not be used`, "Restore the file from a backup.");
}
