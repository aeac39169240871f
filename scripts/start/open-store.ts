import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "../../db/embedded/open-database.ts";
import { migrate } from "../../db/migrate.ts";
import type { Progress } from "./progress.mjs";
import type { Settings } from "./read-settings.ts";
import { root } from "./root.mjs";
import { ensureSecrets } from "./secrets.ts";

/** Opens the database, brings it up to date, and puts its address and the secrets where the application reads them. */
export async function openStore(settings: Settings, progress: Progress): Promise<OpenDatabase> {
  const log = (line: string) => progress.line(`  ${line}`);
  const database = await progress.step("Opening the database", () =>
    openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.DATABASE_URL, log }),
  );
  try {
    await progress.step("Migrating the database", () =>
      migrate({ databaseUrl: database.url, folder: join(root, "drizzle"), log }),
    );
    Object.assign(process.env, ensureSecrets(settings.dataDir, settings), {
      DATABASE_URL: database.url,
      WYE_DATA_DIR: settings.dataDir,
      AUTH_URL: settings.AUTH_URL,
      PORT: String(settings.PORT),
    });
    return database;
  } catch (error) {
    await database.release();
    throw error;
  }
}
