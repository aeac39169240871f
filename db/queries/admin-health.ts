import { and, gt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { circuit, credential, provider, team } from "../schema";

/** Size of the database, and who is connected to it: one row an address. */
export async function measureDatabase(db: Db) {
  const [size] = await db.execute<{ bytes: string }>(
    sql`select pg_database_size(current_database())::text as bytes`,
  );
  const clients = await db.execute<{ address: string | null; connections: number }>(sql`
    select client_addr::text as address, count(*)::int as connections from pg_stat_activity
      where datname = current_database() and application_name = 'wye' group by 1 order by 1`);
  return { bytes: Number(size?.bytes ?? 0), clients: [...clients] };
}

/** Keys that are not used for a while, because what was asked with them failed. */
export async function listOpenCircuits(db: Db, now: Date) {
  return db
    .select({
      provider: provider.name,
      /** Null: it serves the whole instance. */
      team: team.name,
      last4: credential.apiKeyLast4,
      openUntil: circuit.openUntil,
      error: circuit.lastError,
    })
    .from(circuit)
    .innerJoin(
      credential,
      and(sql`${credential.teamId} = ${circuit.teamId}`, sql`${credential.id} = ${circuit.credentialId}`),
    )
    .innerJoin(
      provider,
      and(sql`${provider.teamId} = ${credential.teamId}`, sql`${provider.id} = ${credential.providerId}`),
    )
    .leftJoin(team, sql`${team.id} = ${circuit.teamId}`)
    .where(gt(circuit.openUntil, now))
    .orderBy(provider.name)
    .limit(100);
}
