import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import * as schema from "@/db/schema";
import { sessionLifetime } from "@/lib/auth/session-lifetime";
import { writeSessionToken } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/start-session";
import { newId } from "@/lib/ids";
import { tablesOf } from "@/tests/architecture/team-tables";
import { rowValues } from "./row-values";

export interface SeededTeam {
  teamId: string;
  name: string;
  /** Its one member, who owns it. */
  personId: string;
  email: string;
  /** The `id` of its row in each table that has one; `person` and `team` too. */
  ids: ReadonlyMap<string, string>;
  /** Its member's, signed in. */
  session: string;
}

/** A way to sign in that the person added; methods are the instance's, and what somebody is there is theirs. */
async function seedMethod(db: Db, personId: string, id: string): Promise<void> {
  const lists = { domains: [], tenants: [], grants: [], groupsClaim: null };
  const client = { clientId: "wye", clientSecretSealed: "sealed" };
  const where = { name: `way ${id}`, kind: "oidc", issuer: "https://192.0.2.7" } as const;
  await db.insert(schema.signInMethod).values({ id, ...where, ...client, ...lists });
  await db.insert(schema.signInIdentity).values({ methodId: id, subjectHash: id, personId, selfAdded: true });
}

type Row = Record<string, unknown>;

const TEAM_TABLES = tablesOf(schema).filter((table) => columnOf(table, "team_id"));

/** What an id can be of. Some have no table of their own. */
export const ID_TABLES: ReadonlySet<string> = new Set([
  ...TEAM_TABLES.filter((table) => columnOf(table, "id")).map((table) => getTableConfig(table).name),
  "team",
  "person",
  "session",
  "sign_in_method",
  "comparison",
  "rule",
]);

/** A team with one owner, and a row of its own in each table that teams have, found by the schema: one more table is one
 *  more row. The rows belong together: the message is the chat's, the credential the provider's. */
export async function seedTeam(db: Db): Promise<SeededTeam> {
  const [teamId, personId] = [newId(), newId()];
  const name = `team ${randomUUID()}`;
  const email = `${personId}@example.com`;
  await db.insert(schema.team).values({ id: teamId, name });
  await db.insert(schema.person).values({ id: personId, email, name: `person ${personId}` });
  const ids = new Map([...ID_TABLES].map((table) => [table, newId()]));
  ids.set("team", teamId).set("person", personId);
  await seedRows(db, { teamId, personId, ids });
  await seedMethod(db, personId, ids.get("sign_in_method") ?? "");
  ids.set("session", await startSession(db, personId, null));
  const sessionId = await startSession(db, personId, null);
  return {
    teamId,
    name,
    personId,
    email,
    ids,
    session: await writeSessionToken(sessionId, sessionLifetime().totalSeconds),
  };
}

export interface Owner {
  teamId: string;
  personId: string;
  ids: ReadonlyMap<string, string>;
  /** Who did what rows say that somebody did; left out where it may be. */
  by?: string;
  /** What texts say that no other row of the team may say too. */
  text?: string;
}

/** A row of a person in each table that teams have.
 *  @param owner whose team may have other people's rows too; `ids` are those that the rows get */
export async function seedRows(db: Db, owner: Owner): Promise<void> {
  for (const table of inOrder(TEAM_TABLES)) await seedRow(db, table, owner);
}

async function seedRow(db: Db, table: PgTable, owner: Owner): Promise<void> {
  const { name, columns } = getTableConfig(table);
  const given = rowValues(name, owner.ids);
  const row: Row = {};
  for (const [key, column] of Object.entries(table)) {
    if (!columns.includes(column)) continue;
    const value = key in given ? given[key] : columnValue(table, column, owner);
    if (value !== undefined) row[key] = value;
  }
  try {
    await db.insert(table).values(row).onConflictDoNothing();
  } catch (cause) {
    throw new Error(`A row of ${name} cannot be made: say what it holds in row-values.ts`, { cause });
  }
}

/** Undefined: the column's own default, or nothing. */
function columnValue(table: PgTable, column: PgColumn, { teamId, personId, ids, by, text }: Owner): unknown {
  if (column.generated !== undefined) return undefined;
  if (column.name === "team_id") return teamId;
  if (column.name === "id") return ids.get(getTableConfig(table).name);
  if (column.name === "person_id") return personId;
  if (column.name.endsWith("_by") && column.columnType === "PgUUID") return by;
  const named = namedBy(table, column) ?? /^(.+)_id$/.exec(column.name)?.[1];
  if (named !== undefined && ids.has(named)) return ids.get(named);
  if (!column.notNull || column.hasDefault) return undefined;
  return plainValue(column, text);
}

/** The table whose id a column holds, where a key says so. */
function namedBy(table: PgTable, column: PgColumn): string | undefined {
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignColumns, foreignTable } = key.reference();
    const at = columns.findIndex(({ name }) => name === column.name);
    if (at >= 0 && foreignColumns[at]?.name === "id") return getTableConfig(foreignTable).name;
  }
  return undefined;
}

function plainValue(column: PgColumn, text = "x"): unknown {
  switch (column.dataType) {
    case "number":
      return 1;
    case "bigint":
      return 1n;
    case "boolean":
      return false;
    case "date":
      return new Date();
    case "json":
      return {};
    case "custom":
      return Buffer.alloc(32);
    default:
      return column.columnType === "PgUUID" ? newId() : text;
  }
}

/** A table after those that its keys name. */
function inOrder(tables: readonly PgTable[]): PgTable[] {
  const ordered: PgTable[] = [];
  const add = (table: PgTable) => {
    if (ordered.includes(table)) return;
    for (const key of getTableConfig(table).foreignKeys) {
      const { foreignTable } = key.reference();
      if (foreignTable !== table && tables.includes(foreignTable)) add(foreignTable);
    }
    ordered.push(table);
  };
  for (const table of tables) add(table);
  return ordered;
}

function columnOf(table: PgTable, name: string): PgColumn | undefined {
  return getTableConfig(table).columns.find((column) => column.name === name);
}

/** One text that changes when any row of a team does, in any table. */
export async function fingerprintOf(
  db: Db,
  { teamId, personId }: Pick<SeededTeam, "teamId" | "personId">,
): Promise<string> {
  const parts = [
    ...TEAM_TABLES.map((table) => fingerprint(getTableConfig(table).name, sql`t.team_id = ${teamId}`)),
    fingerprint("team", sql`t.id = ${teamId}`),
    fingerprint("person", sql`t.id = ${personId}`),
    fingerprint("membership", sql`t.person_id = ${personId}`),
  ];
  const rows = await db.execute<{ name: string; rows: string }>(sql.join(parts, sql` union all `));
  return [...rows].map(({ name, rows }) => `${name}: ${rows}`).join("\n");
}

function fingerprint(table: string, where: SQL): SQL {
  const name = sql.raw(`"${table}"`);
  return sql`select ${table}::text as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as rows
    from ${name} t where ${where}`;
}
