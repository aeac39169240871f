-- A run's row is rewritten several times a second: room for its next version on the same page keeps that cheap.
ALTER TABLE run SET (fillfactor = 50);
--> statement-breakpoint
-- Replies that a version before runs had a table left unfinished have no run that could end them.
UPDATE message SET status = 'interrupted' WHERE status = 'streaming';
--> statement-breakpoint
DROP FUNCTION begin_reply(uuid, uuid, uuid, jsonb, uuid, uuid, text, uuid);
--> statement-breakpoint
-- Writes a question, the place of its answer and the run that will write it, in one round trip, and takes the chat's
-- row lock, so that two requests for one chat are seen one after the other, on whichever replica. Answers `begun`,
-- `begun untitled`, `repeated` (the answer is there already), `run_in_progress` (another one is being written, by a
-- process that lives), `not_found`, `not_a_question`, `not_broken_off` (what is to be continued is whole, or said
-- nothing) or `conflict` (an id is taken by something else); only the first two leave something written. Without
-- p_settings the chat keeps its own. With p_summary, no answer is written but a summary of what leads to p_parent_id,
-- whatever that is.
CREATE FUNCTION begin_reply(
  p_team_id uuid, p_person_id uuid, p_chat_id uuid, p_choice jsonb, p_parent_id uuid,
  p_message_id uuid, p_text text, p_answer_id uuid, p_replica uuid, p_dead_after interval, p_settings jsonb,
  p_continues_id uuid, p_summary jsonb
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  named_by text;
  parent_role text;
  continued message%ROWTYPE;
BEGIN
  -- The open call that follows is committed to disk, and with it all that was committed before it: waiting for the
  -- disk here as well would only hold back the first word.
  PERFORM set_config('synchronous_commit', 'off', true);
  IF p_parent_id IS NULL AND p_message_id IS NULL OR p_message_id IS NOT NULL AND p_continues_id IS NOT NULL THEN
    RETURN 'not_a_question';
  END IF;
  IF EXISTS (
    SELECT FROM message WHERE team_id = p_team_id AND id IN (p_answer_id, p_message_id) AND (
      chat_id <> p_chat_id
      OR (id = p_message_id AND (text <> p_text OR parent_id IS DISTINCT FROM p_parent_id))
    )
  ) THEN
    RETURN 'conflict';
  END IF;
  IF p_parent_id IS NULL THEN
    INSERT INTO chat (team_id, id, person_id, choice, settings)
      VALUES (p_team_id, p_chat_id, p_person_id, p_choice, coalesce(p_settings, '{}'))
      ON CONFLICT DO NOTHING;
  END IF;
  SELECT title_source INTO named_by FROM chat
    WHERE team_id = p_team_id AND id = p_chat_id AND person_id = p_person_id AND deleted_at IS NULL
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN 'not_found';
  END IF;
  IF EXISTS (SELECT FROM message WHERE team_id = p_team_id AND id = p_answer_id) THEN
    RETURN 'repeated';
  END IF;
  IF EXISTS (
    SELECT FROM run WHERE team_id = p_team_id AND chat_id = p_chat_id AND state = 'running'
      AND heartbeat_at > moment - p_dead_after
  ) THEN
    RETURN 'run_in_progress';
  END IF;
  IF p_parent_id IS NOT NULL THEN
    SELECT role INTO parent_role FROM message
      WHERE team_id = p_team_id AND chat_id = p_chat_id AND id = p_parent_id;
    IF NOT FOUND THEN
      RETURN 'not_found';
    END IF;
    IF p_message_id IS NULL AND p_summary IS NULL AND parent_role <> 'user' THEN
      RETURN 'not_a_question';
    END IF;
  END IF;
  IF p_continues_id IS NOT NULL THEN
    SELECT * INTO continued FROM message
      WHERE team_id = p_team_id AND chat_id = p_chat_id AND id = p_continues_id AND role = 'assistant'
        AND parent_id = p_parent_id AND deleted_at IS NULL;
    IF NOT FOUND THEN
      RETURN 'not_found';
    END IF;
    IF NOT (continued.status IN ('stopped', 'interrupted', 'failed') OR continued.finish_reason = 'length')
        OR continued.text || continued.reasoning = '' THEN
      RETURN 'not_broken_off';
    END IF;
  END IF;
  IF p_message_id IS NOT NULL THEN
    INSERT INTO message (team_id, id, chat_id, parent_id, role, status, text, created_at)
      VALUES (p_team_id, p_message_id, p_chat_id, p_parent_id, 'user', 'complete', p_text, moment)
      ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO message (team_id, id, chat_id, parent_id, role, status, continues_id, summary, created_at)
    VALUES (p_team_id, p_answer_id, p_chat_id, coalesce(p_message_id, p_parent_id),
      CASE WHEN p_summary IS NULL THEN 'assistant' ELSE 'summary' END, 'streaming', p_continues_id, p_summary, moment);
  INSERT INTO run (team_id, id, chat_id, person_id, replica, started_at, heartbeat_at)
    VALUES (p_team_id, p_answer_id, p_chat_id, p_person_id, p_replica, moment, moment);
  UPDATE chat SET active_leaf_id = p_answer_id, choice = p_choice, settings = coalesce(p_settings, settings),
      updated_at = moment
    WHERE team_id = p_team_id AND id = p_chat_id;
  RETURN CASE WHEN named_by IS NULL THEN 'begun untitled' ELSE 'begun' END;
END $$;
--> statement-breakpoint
-- Writes what runs of one process said, an event each or none, with their heartbeats, and tells those who follow
-- elsewhere. The same event again is written once: an answer may be lost. Answers no row for a run that is not this
-- process's any more. One statement for all of a team's runs: their number costs rows, not commits. Not waiting for
-- the disk: a crash of the database may take the last instants of what an unfinished answer said, and holds nothing
-- back meanwhile.
CREATE FUNCTION log_runs(p_team_id uuid, p_replica uuid, p_beats jsonb)
RETURNS TABLE (id uuid, stopped boolean, watched boolean) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  RETURN QUERY
    WITH beat AS (
      SELECT * FROM jsonb_to_recordset(p_beats) AS b (
        id uuid, seq integer, payload text, model text, "modelName" text, mode text, "callId" uuid
      )
    ), alive AS (
      UPDATE run SET heartbeat_at = clock_timestamp(), last_seq = beat.seq,
          model = coalesce(beat.model, run.model), model_name = coalesce(beat."modelName", run.model_name),
          mode = coalesce(beat.mode, run.mode), call_id = coalesce(beat."callId", run.call_id)
        FROM beat
        WHERE run.team_id = p_team_id AND run.id = beat.id AND run.replica = p_replica AND run.state = 'running'
        RETURNING run.id, run.stop_requested_at IS NOT NULL AS stopped,
          coalesce(run.watched_until > clock_timestamp(), false) AS watched
    ), said AS (
      INSERT INTO run_event (team_id, run_id, seq, payload)
        SELECT p_team_id, beat.id, beat.seq, beat.payload FROM beat JOIN alive ON alive.id = beat.id
        WHERE beat.payload IS NOT NULL
        ON CONFLICT DO NOTHING
    )
    SELECT alive.id, alive.stopped, alive.watched FROM alive
      LEFT JOIN LATERAL (SELECT pg_notify('wye_run', 'said ' || p_team_id || ' ' || alive.id) WHERE alive.watched) told ON true;
END $$;
