import type { Db } from "@/db/client";
import { claimStaleProvider, listStaleProviders, type ProviderRow } from "@/db/queries/providers";
import { inParallel } from "@/lib/in-parallel";
import { log } from "@/lib/log";
import { LOCAL_VENDORS } from "./detect-local";
import { refreshModels } from "./refresh-models";

const MOST_A_TURN = 50;
const STALE_AFTER_MS = 60 * 60_000;
const AT_ONCE = 5;
const LOCAL_STALE_AFTER_MS = 20_000;
/** Most of what does not answer is a server that was put to sleep: a turn of all of them fits between two. */
const LOCAL_AT_ONCE = 10;
/** It is in the same house, and lists what is on its disk. */
const LOCAL_TIMEOUT_MS = 3_000;

/** Asks providers for their models once an hour, so that a new model appears and a broken key shows. */
export async function refreshStaleModels(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - STALE_AFTER_MS);
  const stale = await listStaleProviders(db, before, MOST_A_TURN);
  await inParallel(stale, AT_ONCE, (provider) => refresh(db, provider, { before, now }));
}

/** Asks servers beside Wye, which is cheap, so often that a model which was pulled or removed there shows within a
 *  minute, whatever other servers do. */
export async function refreshLocalModels(db: Db, now: Date, timeoutMs = LOCAL_TIMEOUT_MS): Promise<void> {
  const before = new Date(now.getTime() - LOCAL_STALE_AFTER_MS);
  const stale = await listStaleProviders(db, before, MOST_A_TURN, LOCAL_VENDORS);
  await inParallel(stale, LOCAL_AT_ONCE, (provider) => refresh(db, provider, { before, now }, timeoutMs));
}

async function refresh(
  db: Db,
  provider: ProviderRow,
  { before, now }: { before: Date; now: Date },
  timeoutMs?: number,
): Promise<void> {
  try {
    if (await claimStaleProvider(db, provider, before, now)) await refreshModels({ db }, provider, timeoutMs);
  } catch (error) {
    const { vendor, teamId, id } = provider;
    log().error({ err: error, vendor, teamId, provider: id }, "a list of models was not refreshed");
  }
}
