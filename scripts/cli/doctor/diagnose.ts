import { resolve } from "node:path";
import { connect } from "@/db/client";
import { env } from "@/lib/env";
import { root } from "../../start/root.mjs";
import { checkDataFolder } from "./check-data-folder";
import { checkDatabase, checkReachable } from "./check-database";
import { checkMachine } from "./check-machine";
import { checkMail } from "./check-mail";
import { checkProviders } from "./check-providers";
import { examine, type Finding, wrong } from "./finding";

const DEFAULT_DATA_DIR = ".wye";

/** Everything that can be checked, whatever is broken. */
export async function diagnose(now: Date): Promise<Finding[]> {
  const dataDir = resolve(root, dataDirOfEnv());
  const rest = await Promise.all([...checkMachine(dataDir), ...checkDataFolder(dataDir)]);
  return [...rest, ...(await checkStore(dataDir, now))];
}

/** A wrong setting is told by its own check. */
function dataDirOfEnv(): string {
  try {
    return env().WYE_DATA_DIR;
  } catch {
    return DEFAULT_DATA_DIR;
  }
}

function databaseUrl(): string | undefined {
  try {
    return env().DATABASE_URL;
  } catch {
    return undefined;
  }
}

async function checkStore(dataDir: string, now: Date): Promise<Finding[]> {
  const url = databaseUrl();
  if (url === undefined) {
    const mend = `What was said before this list tells why; ${dataDir}/postgres.log tells more.`;
    return [await examine("Database", () => wrong("it could not be opened", mend))];
  }
  const { db, close } = connect(url, { maxConnections: 2 });
  try {
    const reachable = await checkReachable(db, dataDir);
    if (reachable.state === "wrong") return [reachable];
    const inside = await Promise.all(checkDatabase(db, now));
    return [reachable, ...inside, await checkMail(db), ...(await checkProviders(db))];
  } finally {
    await close();
  }
}
