import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "../client";
import { prepared } from "../prepared";
import { circuit, credential } from "../schema";
import { INSTANCE_TEAM_ID } from "../schema/provider";

export type CredentialRow = typeof credential.$inferSelect;
export type CircuitRow = typeof circuit.$inferSelect;
/** A credential with what went wrong with it lately; null: nothing ever did. */
export type UsableCredential = CredentialRow & { circuit: CircuitRow | null };

export type CredentialChange = Partial<
  Pick<CredentialRow, "apiKeySealed" | "apiKeyLast4" | "baseUrl" | "weight" | "lastError" | "testedAt">
>;

const ofCredential = and(eq(circuit.teamId, credential.teamId), eq(circuit.credentialId, credential.id));

/** Of the team's own providers and the instance's, the oldest first. */
export async function listUsableCredentials(db: Db, teamId: string): Promise<UsableCredential[]> {
  return (await usableStatement(db).execute({ teamId })).map(joined);
}

const usableStatement = prepared((db) =>
  db
    .select()
    .from(credential)
    .leftJoin(circuit, ofCredential)
    .where(inArray(credential.teamId, [sql.placeholder("teamId"), INSTANCE_TEAM_ID]))
    .orderBy(credential.id)
    .prepare("list_usable_credentials"),
);

/** A provider's, the oldest first. */
export async function listCredentials(
  db: Db,
  teamId: string,
  providerId: string,
): Promise<UsableCredential[]> {
  const rows = await db
    .select()
    .from(credential)
    .leftJoin(circuit, ofCredential)
    .where(and(eq(credential.teamId, teamId), eq(credential.providerId, providerId)))
    .orderBy(asc(credential.id));
  return rows.map(joined);
}

export async function findCredential(
  db: Db,
  teamId: string,
  credentialId: string,
): Promise<CredentialRow | null> {
  const rows = await db.select().from(credential).where(named(teamId, credentialId));
  return rows[0] ?? null;
}

export async function insertCredential(db: Db, row: typeof credential.$inferInsert): Promise<void> {
  await db.insert(credential).values(row);
}

/** @param version only if it is still of this one
 *  @returns whether there was one. */
export async function updateCredential(
  db: Db,
  teamId: string,
  credentialId: string,
  change: CredentialChange,
  version?: number,
): Promise<boolean> {
  const isNew = "apiKeySealed" in change || "baseUrl" in change;
  const rows = await db
    .update(credential)
    .set({ ...change, ...(isNew && { version: sql`${credential.version} + 1` }) })
    .where(
      and(named(teamId, credentialId), version === undefined ? undefined : eq(credential.version, version)),
    )
    .returning({ id: credential.id });
  return rows.length > 0;
}

/** @returns whether there was one. */
export async function deleteCredential(db: Db, teamId: string, credentialId: string): Promise<boolean> {
  const rows = await db
    .delete(credential)
    .where(named(teamId, credentialId))
    .returning({ id: credential.id });
  return rows.length > 0;
}

/** Leaves a provider with this one credential. */
export async function deleteOtherCredentials(
  db: Db,
  { teamId, providerId, id }: Pick<CredentialRow, "teamId" | "providerId" | "id">,
): Promise<void> {
  await db
    .delete(credential)
    .where(and(eq(credential.teamId, teamId), eq(credential.providerId, providerId), ne(credential.id, id)));
}

const named = (teamId: string, credentialId: string) =>
  and(eq(credential.teamId, teamId), eq(credential.id, credentialId));

function joined(row: { credential: CredentialRow; circuit: CircuitRow | null }): UsableCredential {
  return { ...row.credential, circuit: row.circuit };
}
