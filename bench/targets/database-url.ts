import { join } from "node:path";
import { startChild } from "../run/child.ts";
import { ROOT } from "../run/paths.ts";
import type { Wye } from "./start-wye.ts";

/** The address of the database that a running Wye keeps in its data folder, as its command line tells it. */
export async function databaseUrl({ dataDir }: Pick<Wye, "dataDir">): Promise<string> {
  const child = startChild(join(ROOT, "scripts/wye.mjs"), ["db", "url"], {
    core: null,
    cwd: ROOT,
    env: { WYE_DATA_DIR: dataDir, DATABASE_URL: null, NODE_ENV: null },
  });
  try {
    return await child.line((line) => line.startsWith("postgres"));
  } finally {
    await child.stop();
  }
}
