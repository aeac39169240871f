import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { startJobs } from "@/lib/jobs/start-jobs";
import { boot } from "./boot";

/** Boots this process and starts its periodic work.
 *  @throws BootRefused, which ends the start */
export async function startServing(): Promise<void> {
  const db = database();
  await boot(db, env(), (line) => console.log(line));
  startJobs(db);
}
