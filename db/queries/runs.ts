import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { run, runEvent } from "../schema";

export type RunRow = typeof run.$inferSelect;

interface Owned {
  teamId: string;
  personId: string;
}

interface RunId {
  teamId: string;
  id: string;
}

export interface NewEvent {
  seq: number;
  payload: string;
}

export interface Beat {
  id: string;
  /** The event's, or the last one's when there is nothing new. */
  seq: number;
  payload: string | null;
  known: Partial<Pick<RunRow, "model" | "modelName" | "mode" | "callId">>;
}

export interface Heard {
  id: string;
  stopped: boolean;
  watched: boolean;
}

/** Writes what runs of one team and process said and that they live, in one statement; drizzle/0006_run_functions.sql
 *  says how. @returns none for a run that is not this replica's any more. */
export async function logRuns(
  db: Db,
  { teamId, replica }: { teamId: string; replica: string },
  beats: readonly Beat[],
): Promise<Heard[]> {
  const list = beats.map(({ known, ...beat }) => ({ ...beat, ...known }));
  const rows = await db.execute<{ id: string; stopped: boolean; watched: boolean }>(sql`
    select id, stopped, watched from log_runs(${teamId}::uuid, ${replica}::uuid, ${JSON.stringify(list)}::jsonb)`);
  return [...rows];
}

/** Who may read a run is whose it is. */
export async function findRunOf(db: Db, owner: Owned, runId: string): Promise<RunRow | null> {
  const rows = await db
    .select()
    .from(run)
    .where(and(eq(run.teamId, owner.teamId), eq(run.id, runId), eq(run.personId, owner.personId)));
  return rows[0] ?? null;
}

/** The runs that write in a chat, on whichever replica, the latest first: one, or those of a comparison. */
export async function listRunningRuns(db: Db, owner: Owned, chatId: string): Promise<RunRow[]> {
  return db
    .select()
    .from(run)
    .where(
      and(
        eq(run.teamId, owner.teamId),
        eq(run.chatId, chatId),
        eq(run.personId, owner.personId),
        eq(run.state, "running"),
      ),
    )
    .orderBy(sql`${run.startedAt} desc`);
}

export async function findRunState(db: Db, { teamId, id }: RunId): Promise<RunRow | null> {
  const rows = await db
    .select()
    .from(run)
    .where(and(eq(run.teamId, teamId), eq(run.id, id)));
  return rows[0] ?? null;
}

/** What a run said after event `after`, in order. */
export async function listRunEvents(db: Db, { teamId, id }: RunId, after: number): Promise<NewEvent[]> {
  return db
    .select({ seq: runEvent.seq, payload: runEvent.payload })
    .from(runEvent)
    .where(and(eq(runEvent.teamId, teamId), eq(runEvent.runId, id), gt(runEvent.seq, after)))
    .orderBy(asc(runEvent.seq));
}

/** Has its owner tell of the run's events for a while. */
export async function watchRun(db: Db, { teamId, id }: RunId, forMs: number): Promise<void> {
  await db
    .update(run)
    .set({ watchedUntil: sql`clock_timestamp() + ${`${forMs} milliseconds`}::interval` })
    .where(and(eq(run.teamId, teamId), eq(run.id, id), eq(run.state, "running")));
}

/** Asks the owner of a run to stop it. */
export async function requestRunStop(db: Db, { teamId, id }: RunId): Promise<void> {
  await db.execute(sql`
    with asked as (
      update run set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
      where team_id = ${teamId}::uuid and id = ${id}::uuid and state = 'running' returning team_id, id
    )
    select pg_notify('wye_run', 'stop ' || team_id || ' ' || id) from asked`);
}

/** Asks the owners of all that is being written in a team, or by a person, to stop it. */
export async function requestStops(db: Db, where: { teamId: string } | { personId: string }): Promise<void> {
  const meant = "teamId" in where ? eq(run.teamId, where.teamId) : eq(run.personId, where.personId);
  await db.execute(sql`
    with asked as (
      update ${run} set stop_requested_at = coalesce(stop_requested_at, clock_timestamp())
      where ${meant} and state = 'running' returning team_id, id
    )
    select pg_notify('wye_run', 'stop ' || team_id || ' ' || id) from asked`);
}

const silentFor = (ms: number) =>
  lt(run.heartbeatAt, sql`clock_timestamp() - ${`${ms} milliseconds`}::interval`);

export async function listDeadRuns(db: Db, deadAfterMs: number, limit: number): Promise<RunRow[]> {
  return db
    .select()
    .from(run)
    .where(and(eq(run.state, "running"), silentFor(deadAfterMs)))
    .limit(limit);
}

/** Removes what was said in runs that ended long ago: their messages have it. */
export async function purgeRuns(db: Db, keepMs: number): Promise<void> {
  await db.delete(run).where(lt(run.endedAt, sql`clock_timestamp() - ${`${keepMs} milliseconds`}::interval`));
}
