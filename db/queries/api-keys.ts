import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Role } from "@/lib/permissions/roles";
import type { Db } from "../client";
import { memberGroups } from "../member-groups";
import { prepared } from "../prepared";
import { apiKey, membership, person, setting, team } from "../schema";
import { FEATURES_SETTING } from "./settings";

export type ApiKeyRow = typeof apiKey.$inferSelect;
export type ListedApiKey = Omit<ApiKeyRow, "tokenHash" | "previousHash"> & {
  owner: { name: string; email: string };
};

export interface ApiKeyHolder {
  key: ApiKeyRow;
  role: Role;
  instanceAdmin: boolean;
  groupIds: string[];
  managedGroupIds: string[];
  /** Of the team, if it is being deleted. */
  deletesAt: Date | null;
  /** The setting that says what is switched off, see lib/features. */
  featuresSetting: unknown;
}

/** Ends every key of a person, in whichever team, and what is being answered to it. */
export async function revokeApiKeysOf(db: Db, personId: string): Promise<void> {
  await db.execute(sql`
    with ended as (
      update api_key set revoked_at = now() where person_id = ${personId}::uuid and revoked_at is null returning team_id
    )
    select pg_notify('wye_access', team_id || ' ' || ${personId}::uuid) from ended`);
}

/** Whether a key that was let in would be let in still. */
export async function isApiKeyAlive(db: Db, teamId: string, keyId: string): Promise<boolean> {
  const rows = await db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(named(teamId, keyId), isNull(apiKey.revokedAt), isNotExpired));
  return rows.length > 0;
}

export async function insertApiKey(db: Db, row: typeof apiKey.$inferInsert): Promise<void> {
  await db.insert(apiKey).values(row);
}

/** The key that has this hash, and what its owner may do now; null once it is revoked, replaced or expired, or the owner
 *  has no way into the team. One round trip: it runs on every request, so that nothing of it is remembered. */
export async function findApiKeyHolder(
  db: Db,
  teamId: string,
  tokenHash: string,
): Promise<ApiKeyHolder | null> {
  const rows = await holderStatement(db).execute({ teamId, tokenHash });
  return rows[0] ?? null;
}

const isNotExpired = or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, sql`now()`));

const holderStatement = prepared((db) =>
  db
    .select({
      key: apiKey,
      role: membership.role,
      instanceAdmin: person.instanceAdmin,
      deletesAt: team.deletesAt,
      featuresSetting: sql<unknown>`(select ${setting.value} from ${setting} where ${setting.key} = ${sql.raw(`'${FEATURES_SETTING}'`)})`,
      ...memberGroups,
    })
    .from(apiKey)
    .innerJoin(person, and(eq(person.id, apiKey.personId), isNull(person.suspendedAt)))
    .innerJoin(
      membership,
      and(
        eq(membership.teamId, apiKey.teamId),
        eq(membership.personId, apiKey.personId),
        isNull(membership.suspendedAt),
      ),
    )
    .innerJoin(team, and(eq(team.id, apiKey.teamId), isNull(team.deletedAt), isNull(team.suspendedAt)))
    .where(
      and(
        eq(apiKey.teamId, sql.placeholder("teamId")),
        or(
          eq(apiKey.tokenHash, sql.placeholder("tokenHash")),
          and(eq(apiKey.previousHash, sql.placeholder("tokenHash")), gt(apiKey.previousUntil, sql`now()`)),
        ),
        isNull(apiKey.revokedAt),
        isNotExpired,
      ),
    )
    .prepare("find_api_key_holder"),
);

/** Those that work first, the newest first.
 *  @param personId null: everybody's */
export async function listApiKeys(
  db: Db,
  teamId: string,
  personId: string | null,
  limit: number,
): Promise<ListedApiKey[]> {
  const rows = await db
    .select({ key: apiKey, owner: { name: person.name, email: person.email } })
    .from(apiKey)
    .innerJoin(person, eq(person.id, apiKey.personId))
    .where(
      and(
        eq(apiKey.teamId, teamId),
        // Those of the erased open nothing, and go with what is left of them.
        isNull(person.erasedAt),
        personId === null ? undefined : eq(apiKey.personId, personId),
      ),
    )
    .orderBy(sql`${apiKey.revokedAt} is not null`, desc(apiKey.id))
    .limit(limit);
  return rows.map(({ key: { tokenHash: _hash, previousHash: _previous, ...key }, owner }) => ({
    ...key,
    owner,
  }));
}

export async function findApiKey(db: Db, teamId: string, keyId: string): Promise<ApiKeyRow | null> {
  const rows = await db.select().from(apiKey).where(named(teamId, keyId)).for("update");
  return rows[0] ?? null;
}

export async function updateApiKey(
  db: Db,
  teamId: string,
  keyId: string,
  change: Partial<
    Pick<
      ApiKeyRow,
      "tokenHash" | "tokenEnd" | "previousHash" | "previousUntil" | "revokedAt" | "models" | "modes"
    >
  >,
): Promise<void> {
  await db.update(apiKey).set(change).where(named(teamId, keyId));
}

/** Says that these were in use. */
export async function touchApiKeys(db: Db, teamId: string, keyIds: string[]): Promise<void> {
  await db
    .update(apiKey)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKey.teamId, teamId), inArray(apiKey.id, keyIds)));
}

const named = (teamId: string, keyId: string) => and(eq(apiKey.teamId, teamId), eq(apiKey.id, keyId));
