import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "@/db/embedded/open-database";
import { migrate } from "@/db/migrate";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TEMPLATE = "wye_template";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests/support/database.ts copies databases from. */
    postgres: { serverUrl: string; template: string };
  }
}

/** One PostgreSQL for all integration tests, and in it one migrated database that is only ever copied. */
export default async function openPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-integration-"));
  const database = await openDatabase({ dataDir, log: console.log });
  const close = () => database.release();
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  // On a signal vitest ends without calling what is returned here; a server must not be left behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.prependOnceListener(signal, () => void close().finally(() => process.exit(130)));
  }
  try {
    await createTemplate(database.url);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("postgres", { serverUrl: database.url, template: TEMPLATE });
  return close;
}

async function createTemplate(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`create database ${sql(TEMPLATE)}`;
  } finally {
    await sql.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate({ databaseUrl: url.href, folder: path.join(ROOT, "drizzle"), log: console.log });
}
