import { type SQL, sql } from "drizzle-orm";
import type { MessageRole, MessageStatus } from "@/lib/chat/message";
import type { Choice, Mode } from "@/lib/router/choice";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import type { Effort } from "@/lib/router/effort";
import type { Db } from "../client";

/** A message above an answer, as far as the router reads it. */
export interface PastMessage {
  role: MessageRole;
  status: MessageStatus;
  /** A question's beginning and end; of an answer, whether it said anything. */
  text: string;
  mode: Mode | null;
  model: string | null;
  cachedTokens: number;
}

/** A question as it was asked and decided. What it says is for the router alone, and for nobody to read. */
export interface PastDecision {
  id: string;
  at: Date;
  choice: Choice;
  mode: Mode | null;
  provider: string;
  model: string;
  kind: string | null;
  signals: DecisionNotes["signals"];
  /** Of the chat, as they are now. */
  effort: Effort | null;
  maxOutputTokens: number | null;
  /** Of who asked, as they are now. */
  groupIds: string[];
  /** What the call cost with its corrections; empty: it has no price, or no call. */
  costs: { currency: string; pico: string }[];
  /** From the oldest to the question; empty where that is gone, or was asked in a temporary chat. */
  path: PastMessage[];
}

/** How many messages above a question are looked at: the router reads no more of them. */
const MOST_ABOVE = 13;

/** The newest decisions of a team, or those before one. */
export async function listPastDecisions(
  db: Db,
  teamId: string,
  beforeId: string | null,
  limit: number,
): Promise<PastDecision[]> {
  const rows = await db.execute<{ [Key in keyof PastDecision]: PastDecision[Key] }>(sql`
    select d.id, d.created_at as at, d.choice, d.mode, d.provider, d.model, d.kind, d.notes->'signals' as signals,
      c.settings->>'effort' as effort, (c.settings->>'maxOutputTokens')::int as "maxOutputTokens",
      ${GROUPS} as "groupIds", ${COSTS} as costs, coalesce(${PATH}, '[]') as path
    from (
      select * from decision where team_id = ${teamId}::uuid and ${beforeId === null ? sql`true` : sql`id < ${beforeId}::uuid`}
      order by id desc limit ${limit}
    ) d
    left join chat c on c.team_id = d.team_id and c.id = d.chat_id
    left join message a on a.team_id = d.team_id and a.id = d.message_id and c.deleted_at is null and not c.temporary
    order by d.id desc`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

const GROUPS = sql`coalesce((
  select jsonb_agg(gm.group_id) from group_member gm join team_group g on g.team_id = gm.team_id and g.id = gm.group_id
  where gm.team_id = d.team_id and gm.person_id = d.person_id and g.deleted_at is null
), '[]')`;

const COSTS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('currency', charged.currency, 'pico', charged.pico))
  from (
    select l.currency, sum(l.cost_pico)::text as pico from ledger l
    where l.team_id = d.team_id and (l.id = d.call_id or l.corrects_id = d.call_id) and l.currency is not null
    group by l.currency
  ) charged
), '[]')`;

/** As the router reads a long text: what it leaves out is in the middle. */
const ends = (text: SQL, head: number, tail: number) =>
  sql`case when length(${text}) > ${head + tail} then left(${text}, ${head}) || E'\\n' || right(${text}, ${tail}) else ${text} end`;

/** The question is read by rules too; of those before it the classifier sees less. */
const TEXT = sql`case
  when up.role <> 'user' then left(up.text, 1)
  when up.depth = 0 then ${ends(sql`up.text`, 16_000, 4_000)}
  else ${ends(sql`up.text`, 500, 350)} end`;

const PATH = sql`(
  with recursive up as (
    select m.*, 0 as depth from message m where m.team_id = a.team_id and m.id = a.parent_id and m.role = 'user'
      and m.deleted_at is null and m.text <> ''
    union all
    select m.*, up.depth + 1 from up join message m on m.team_id = up.team_id and m.id = up.parent_id
    where up.depth < ${MOST_ABOVE} and not (up.role = 'summary' and up.status = 'complete' and up.deleted_at is null)
  )
  select jsonb_agg(jsonb_build_object('role', up.role, 'status', up.status, 'text', ${TEXT}, 'mode', up.mode, 'model', up.model,
    'cachedTokens', coalesce(l.cache_read_tokens + l.cache_write_tokens + l.cache_write_1h_tokens, 0)) order by up.depth desc)
  from up left join ledger l on l.team_id = up.team_id and l.id = up.call_id
  where up.deleted_at is null
)`;
