import type { Db } from "@/db/client";
import { listStaleProviders, updateProvider } from "@/db/queries/providers";
import { log } from "@/lib/log";
import { refreshModels } from "./refresh-models";

const MOST_AT_ONCE = 50;
const STALE_AFTER_MS = 60 * 60_000;

/** Asks providers for their models once an hour, so that a new model appears and a broken key shows. */
export async function refreshStaleModels(db: Db, now: Date): Promise<void> {
  const stale = await listStaleProviders(db, new Date(now.getTime() - STALE_AFTER_MS), MOST_AT_ONCE);
  for (const provider of stale) {
    try {
      await refreshModels({ db }, provider);
    } catch (error) {
      const { vendor, teamId, id } = provider;
      log().error({ err: error, vendor, teamId, provider: id }, "a list of models was not refreshed");
      // Its turn is over, or those that cannot be asked would take the place of all others.
      await updateProvider(db, teamId, id, { testedAt: now });
    }
  }
}
