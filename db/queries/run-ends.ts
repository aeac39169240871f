import { type SQL, sql } from "drizzle-orm";
import type { MessageStatus } from "@/lib/chat/message";
import type { ErrorData } from "@/lib/errors";
import type { Mode } from "@/lib/router/choice";
import type { Db } from "../client";
import type { NewEvent } from "./runs";

/** What is kept of a reply when its run is over. */
export interface KeptReply {
  status: MessageStatus;
  text: string;
  reasoning: string;
  reasoningMs: number | null;
  model: string | null;
  modelName: string | null;
  mode: Mode | null;
  callId: string | null;
  finishReason: string | null;
  error: ErrorData | null;
}

export interface RunEnd {
  teamId: string;
  id: string;
  replica: string;
  /** Those that are not written yet. */
  events: NewEvent[];
  lastSeq: number;
  reply: KeptReply;
}

/** Writes the reply and the last of the log, ends the run and tells those who follow elsewhere, at once. A run that
 *  was given up for dead while its process lived keeps the whole text all the same. */
export async function endRun(db: Db, { teamId, id, replica, events, lastSeq, reply }: RunEnd): Promise<void> {
  await db.execute(sql`
    with ended as (
      update run set state = 'over', ended_at = clock_timestamp(), last_seq = ${lastSeq}::integer
      where team_id = ${teamId}::uuid and id = ${id}::uuid and replica = ${replica}::uuid
      returning team_id, id, coalesce(watched_until > clock_timestamp(), false) as watched
    ), ${lastEvents(events)} kept as (
      update message m set status = ${reply.status}, text = ${reply.text}, reasoning = ${reply.reasoning},
        reasoning_ms = ${reply.reasoningMs}::integer, model = ${reply.model}::text,
        model_name = ${reply.modelName}::text, mode = ${reply.mode}::text, call_id = ${reply.callId}::uuid,
        finish_reason = ${reply.finishReason}::text,
        error = ${reply.error && JSON.stringify(reply.error)}::jsonb
      from ended where m.team_id = ended.team_id and m.id = ended.id
    )
    select pg_notify('wye_run', 'said ' || team_id || ' ' || id) from ended where watched`);
}

function lastEvents(events: NewEvent[]): SQL {
  if (events.length === 0) return sql``;
  const values = events.map(({ seq, payload }) => sql`(${seq}::integer, ${payload}::text)`);
  return sql`said as (
      insert into run_event (team_id, run_id, seq, payload)
      select ended.team_id, ended.id, event.seq, event.payload
      from ended, (values ${sql.join(values, sql`, `)}) as event (seq, payload)
      on conflict do nothing
    ),`;
}

/** Ends a run whose process is dead: its reply is what the log has of it.
 *  @returns false when it has spoken or ended meanwhile. */
export async function interruptRun(
  db: Db,
  run: { teamId: string; id: string },
  kept: Pick<KeptReply, "text" | "reasoning">,
  deadAfterMs: number,
): Promise<boolean> {
  const rows = await db.execute(sql`
    with ended as (
      update run set state = 'over', ended_at = clock_timestamp()
      where team_id = ${run.teamId}::uuid and id = ${run.id}::uuid and state = 'running'
        and heartbeat_at < clock_timestamp() - ${`${deadAfterMs} milliseconds`}::interval
      returning *
    ), kept as (
      update message m set status = 'interrupted', text = ${kept.text}, reasoning = ${kept.reasoning},
        model = ended.model, model_name = ended.model_name, mode = ended.mode,
        call_id = coalesce(ended.call_id, (
          select id from call where team_id = ended.team_id and message_id = ended.id and purpose <> 'title'
            order by id desc limit 1
        ), (
          select id from ledger where team_id = ended.team_id and message_id = ended.id and purpose <> 'title'
            and corrects_id is null order by id desc limit 1
        ))
      from ended where m.team_id = ended.team_id and m.id = ended.id and m.status = 'streaming'
    )
    select pg_notify('wye_run', 'said ' || team_id || ' ' || id) from ended`);
  return rows.length > 0;
}
