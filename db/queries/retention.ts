import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../client";
import { NOT_HELD } from "../not-held";

/** Each batch is a statement of its own, and passes over what another replica is removing. */
const BATCH = 100;

interface Bounds {
  /** What a person deleted before it is gone for good. */
  deletedBefore: Date;
  now: Date;
}

/** Removes some of the chats that are no longer kept, with their drafts; the ledger keeps what they cost. What is held,
 *  and what is being written, stays. @returns whether there may be more */
export async function purgeSomeChats(db: Db, { deletedBefore, now }: Bounds): Promise<boolean> {
  const gone = await Promise.all([
    purge(db, sql`chat c`, sql`c.deleted_at < ${iso(deletedBefore)}`),
    purge(
      db,
      sql`team_policy p join chat c on c.team_id = p.team_id`,
      sql`c.updated_at < ${iso(now)} - make_interval(days =>
        case when p.retention_from <= ${iso(now)} then p.retention_days else p.retention_before end)`,
    ),
  ]);
  return gone.some((count) => count === BATCH);
}

interface TemporaryBounds {
  /** What its person ended before it can be brought back no more. */
  endedBefore: Date;
  /** Without activity since. */
  idleSince: Date;
  /** Older, used or not. */
  begunSince: Date;
}

/** Removes some of the temporary chats that are over, as `purgeSomeChats` does, and how their questions were routed.
 *  @returns whether there may be more */
export async function purgeSomeTemporaryChats(
  db: Db,
  { endedBefore, idleSince, begunSince }: TemporaryBounds,
): Promise<boolean> {
  const isOver = sql`c.deleted_at < ${iso(endedBefore)} or c.updated_at < ${iso(idleSince)} or c.created_at < ${iso(begunSince)}`;
  return (await purge(db, sql`chat c`, sql`c.temporary and (${isOver})`)) === BATCH;
}

async function purge(db: Db, from: SQL, which: SQL): Promise<number> {
  const rows = await db.execute(sql`
    with doomed as (
      select c.team_id, c.id, c.temporary from ${from}
      where ${which} and ${NOT_HELD} and not exists (
        select from run r where r.team_id = c.team_id and r.chat_id = c.id and r.state = 'running')
      limit ${BATCH} for update of c skip locked
    ), drafts as (
      delete from draft d using doomed where d.team_id = doomed.team_id and d.chat_id = doomed.id
    ), decisions as (
      delete from decision d using doomed, message m
      where doomed.temporary and m.team_id = doomed.team_id and m.chat_id = doomed.id
        and d.team_id = m.team_id and d.message_id = m.id
    )
    delete from chat using doomed where chat.team_id = doomed.team_id and chat.id = doomed.id returning chat.id`);
  return rows.length;
}

/** How many of a team's chats had no activity since, and how many of those are held. */
export async function countIdleChats(
  db: Db,
  teamId: string,
  idleSince: Date,
): Promise<{ chats: number; held: number }> {
  const rows = await db.execute<{ chats: number; held: number }>(sql`
    select count(*)::int as chats, (count(*) filter (where not ${NOT_HELD}))::int as held
    from chat c where c.team_id = ${teamId}::uuid and c.updated_at < ${iso(idleSince)}`);
  return rows[0] ?? { chats: 0, held: 0 };
}

const iso = (at: Date) => sql`${at.toISOString()}::timestamptz`;
