import { and, eq, isNull, lte, or } from "drizzle-orm";
import type { Db } from "../client";
import { circuit, credential } from "../schema";
import type { CircuitRow } from "./credentials";

type Key = Pick<CircuitRow, "teamId" | "credentialId">;

/** A credential's circuit, held until the transaction ends; made where there is none. Null when the credential is not
 *  of this version any more: it is held first, as one that replaces its key holds it. */
export async function lockCircuit(
  tx: Db,
  { teamId, credentialId }: Key,
  version: number,
): Promise<CircuitRow | null> {
  const current = await tx
    .select({ version: credential.version })
    .from(credential)
    .where(and(eq(credential.teamId, teamId), eq(credential.id, credentialId)))
    .for("share");
  if (current[0]?.version !== version) return null;
  await tx.insert(circuit).values({ teamId, credentialId }).onConflictDoNothing();
  const rows = await tx.select().from(circuit).where(named({ teamId, credentialId })).for("update");
  const row = rows[0];
  if (!row) throw new RangeError("a circuit that was made is gone");
  return row;
}

export async function updateCircuit(db: Db, key: Key, change: Omit<CircuitRow, keyof Key>): Promise<void> {
  await db.update(circuit).set(change).where(named(key));
}

/** Forgets what went wrong: a new key is another one. */
export async function deleteCircuit(db: Db, key: Key): Promise<void> {
  await db.delete(circuit).where(named(key));
}

/** @returns whether the probe is the caller's: no other is under way. */
export async function claimProbe(db: Db, key: Key, now: Date, leaseMs: number): Promise<boolean> {
  const isFree = or(isNull(circuit.probeUntil), lte(circuit.probeUntil, now));
  const rows = await db
    .update(circuit)
    .set({ probeUntil: new Date(now.getTime() + leaseMs) })
    .where(and(named(key), lte(circuit.openUntil, now), isFree))
    .returning({ credentialId: circuit.credentialId });
  return rows.length > 0;
}

/** Lets another call have the probe. */
export async function releaseProbe(db: Db, key: Key): Promise<void> {
  await db.update(circuit).set({ probeUntil: null }).where(named(key));
}

const named = ({ teamId, credentialId }: Key) =>
  and(eq(circuit.teamId, teamId), eq(circuit.credentialId, credentialId));
