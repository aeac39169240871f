import type { Db } from "@/db/client";
import { claimProbe } from "@/db/queries/circuits";
import type { UsableCredential } from "@/db/queries/credentials";
import { chooseCredential } from "./choose-credential";

/** A probe that has not ended by then holds no other up. */
const PROBE_LEASE_MS = 2 * 60_000;

/** The credential that the next call goes through; null where there are none.
 *  @param candidates a provider's */
export async function pickCredential(
  db: Db,
  candidates: readonly UsableCredential[],
  now: Date,
): Promise<UsableCredential | null> {
  const { probes, otherwise } = chooseCredential(candidates, now, Math.random());
  for (const probe of probes) {
    if (await claimProbe(db, { teamId: probe.teamId, credentialId: probe.id }, now, PROBE_LEASE_MS)) {
      return probe;
    }
  }
  return otherwise;
}
