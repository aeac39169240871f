import type { Db } from "@/db/client";
import { listStaleProviders, type ProviderRow, updateProvider } from "@/db/queries/providers";
import { log } from "@/lib/log";
import { LOCAL_VENDORS } from "./detect-local";
import { refreshModels } from "./refresh-models";

const MOST_AT_ONCE = 50;
const STALE_AFTER_MS = 60 * 60_000;
const LOCAL_STALE_AFTER_MS = 20_000;

/** Asks providers for their models once an hour, so that a new model appears and a broken key shows. */
export async function refreshStaleModels(db: Db, now: Date): Promise<void> {
  await refreshAll(db, await listStaleProviders(db, before(now, STALE_AFTER_MS), MOST_AT_ONCE), now);
}

/** Asks servers beside Wye, which is cheap, so often that a model which was pulled or removed there shows within a
 *  minute. */
export async function refreshLocalModels(db: Db, now: Date): Promise<void> {
  const cutoff = before(now, LOCAL_STALE_AFTER_MS);
  await refreshAll(db, await listStaleProviders(db, cutoff, MOST_AT_ONCE, LOCAL_VENDORS), now);
}

async function refreshAll(db: Db, providers: readonly ProviderRow[], now: Date): Promise<void> {
  for (const provider of providers) {
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

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);
