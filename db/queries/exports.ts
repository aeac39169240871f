import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { ledgerHead } from "../schema";

/** Never leaves the database with an export. */
const SECRETS = ["password_hash", "api_key_sealed", "token_hash", "email_sealed"];

/** What tells the rows of a table apart within a scope; pages are in its order. */
const KEYS = {
  audit: "id",
  catalogue_model: "vendor || ' ' || model || ' ' || origin",
  chat: "id",
  credential: "id",
  decision: "id",
  draft: "chat_id",
  group_member: "group_id || ' ' || person_id",
  ledger: "id",
  legal_hold: "id",
  membership: "team_id || ' ' || person_id",
  message: "id",
  mode_models: "mode",
  notice_answer: "notice_id || ' ' || person_id",
  person: "id",
  price: "id",
  provider: "id",
  routing_policy: "team_id",
  session: "id",
  share: "id",
  team: "id",
  team_group: "id",
  team_notice: "id",
  team_policy: "team_id",
} as const;
export type ExportedTable = keyof typeof KEYS;

/** Of which rows; all that is named must be so. */
export interface ExportScope {
  id?: string;
  teamId?: string;
  personId?: string;
  chatIds?: readonly string[];
  /** Of the ledger. */
  upToSeq?: number;
  /** Chats, and messages by their chats, that owners may read by the team's policy: asked anew of each page. */
  readable?: boolean;
}

export interface ExportedLine {
  /** One row as JSON, its columns by name; amounts are exact, as text. */
  line: string;
  /** Where the next page goes on. */
  key: string;
}

/** A page of a table's rows, without what is secret. */
export async function listExportLines(
  db: Db,
  table: ExportedTable,
  scope: ExportScope,
  { after, limit }: { after: string | null; limit: number },
): Promise<ExportedLine[]> {
  const key = sql.raw(KEYS[table]);
  const omitted = sql.join(
    SECRETS.map((name) => sql`${name}::text`),
    sql`, `,
  );
  const amount = table === "ledger" ? sql`|| jsonb_build_object('cost_pico', t.cost_pico::text)` : sql``;
  const rows = await db.execute<{ line: string; key: string }>(sql`
    select ((to_jsonb(t) - array[${omitted}]) ${amount})::text as line, (${key})::text as key
    from ${sql.identifier(table)} t
    where ${isIn(scope)} and ${isLasting(table)} and ${isReadable(table, scope)} and ${after === null ? sql`true` : sql`(${key}) > ${after}`}
    order by ${key} limit ${limit}`);
  return [...rows];
}

/** What belongs to a temporary chat is exported nowhere; its cost is. */
function isLasting(table: ExportedTable): SQL {
  if (table === "chat") return sql`not t.temporary`;
  if (table !== "draft" && table !== "decision") return sql`true`;
  return sql`not exists (select from chat c where c.team_id = t.team_id and c.id = t.chat_id and c.temporary)`;
}

/** What is deleted and what those wrote who have left is never read; nothing is, once reading is switched off. */
function isReadable(table: ExportedTable, { readable = false }: ExportScope): SQL {
  if (!readable) return sql`true`;
  if (table !== "chat" && table !== "message")
    throw new RangeError(`nothing in ${table} is read by a policy`);
  const chatId = table === "chat" ? sql`t.id` : sql`t.chat_id`;
  return sql`exists (
    select from chat c
    join membership m on m.team_id = c.team_id and m.person_id = c.person_id
    join team_policy p on p.team_id = c.team_id and p.content_reading
    where c.team_id = t.team_id and c.id = ${chatId} and c.deleted_at is null and not c.temporary)`;
}

function isIn({ id, teamId, personId, chatIds, upToSeq }: ExportScope): SQL {
  const conditions = [
    id === undefined ? null : sql`t.id = ${id}::uuid`,
    teamId === undefined ? null : sql`t.team_id = ${teamId}::uuid`,
    personId === undefined ? null : sql`t.person_id = ${personId}::uuid`,
    chatIds === undefined ? null : sql`t.chat_id = any(${`{${chatIds.join(",")}}`}::uuid[])`,
    upToSeq === undefined ? null : sql`t.seq <= ${upToSeq}`,
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) throw new RangeError("an export of everybody's");
  return sql.join(conditions, sql` and `);
}

/** The last number of a team's ledger: an export goes as far. */
export async function findLedgerEnd(db: Db, teamId: string): Promise<number> {
  const rows = await db.select({ seq: ledgerHead.seq }).from(ledgerHead).where(eq(ledgerHead.teamId, teamId));
  return rows[0]?.seq ?? 0;
}

export interface ExportedSum {
  currency: string;
  rows: number;
  /** 10^-12 of the currency, exact. */
  costPico: string;
}

/** What rows of the ledger add up to. */
export async function sumExportedLedger(db: Db, scope: ExportScope): Promise<ExportedSum[]> {
  const rows = await db.execute<{ currency: string; rows: number; costPico: string }>(sql`
    select t.currency, count(*)::int as rows, sum(t.cost_pico)::text as "costPico" from ledger t
    where ${isIn(scope)} and t.currency is not null group by 1 order by 1`);
  return [...rows];
}

/** The teams in which a person is, or wrote. */
export async function listTeamsWrittenIn(db: Db, personId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select team_id as id from membership where person_id = ${personId}::uuid
    union select team_id from chat where person_id = ${personId}::uuid order by 1`);
  return [...rows].map(({ id }) => id);
}
