-- As the begin_reply before it, which 0006_run_functions.sql describes, and with p_comparison `{"id", "place"}` for an
-- answer that is compared with others to the same question: runs of one comparison may write at once, one in each
-- place. What stood in the place before leaves the comparison; p_beside_id, an answer that was alone, joins it in the
-- first place. The chat keeps its choice. Its active leaf is what was picked, or else the first of the comparison.
CREATE FUNCTION begin_reply(
  p_team_id uuid, p_person_id uuid, p_chat_id uuid, p_choice jsonb, p_parent_id uuid,
  p_message_id uuid, p_text text, p_answer_id uuid, p_replica uuid, p_dead_after interval, p_settings jsonb,
  p_continues_id uuid, p_summary jsonb, p_comparison jsonb, p_beside_id uuid
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  named_by text;
  parent_role text;
  continued message%ROWTYPE;
  question uuid := coalesce(p_message_id, p_parent_id);
  compared uuid := (p_comparison ->> 'id')::uuid;
  leaf uuid;
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
    SELECT FROM run LEFT JOIN message m ON m.team_id = run.team_id AND m.id = run.id
    WHERE run.team_id = p_team_id AND run.chat_id = p_chat_id AND run.state = 'running'
      AND run.heartbeat_at > moment - p_dead_after
      AND NOT coalesce(
        run.comparison_id = compared AND m.parent_id = question
          AND m.comparison ->> 'place' <> p_comparison ->> 'place', false)
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
  IF compared IS NOT NULL THEN
    UPDATE message SET comparison = NULL
      WHERE team_id = p_team_id AND chat_id = p_chat_id AND parent_id = question
        AND comparison ->> 'id' = compared::text AND comparison ->> 'place' = p_comparison ->> 'place';
    UPDATE message SET comparison = jsonb_build_object('id', compared, 'place', 0, 'picked', NULL)
      WHERE team_id = p_team_id AND chat_id = p_chat_id AND id = p_beside_id AND parent_id = question
        AND role = 'assistant' AND comparison IS NULL;
    SELECT m.id INTO leaf FROM chat c JOIN message m ON m.team_id = c.team_id AND m.id = c.active_leaf_id
      WHERE c.team_id = p_team_id AND c.id = p_chat_id AND m.parent_id = question AND m.deleted_at IS NULL
        AND m.comparison ->> 'id' = compared::text
        AND (m.comparison ->> 'picked' = 'true' OR m.comparison ->> 'place' < p_comparison ->> 'place');
  END IF;
  INSERT INTO message (team_id, id, chat_id, parent_id, role, status, continues_id, summary, comparison, created_at)
    VALUES (p_team_id, p_answer_id, p_chat_id, question,
      CASE WHEN p_summary IS NULL THEN 'assistant' ELSE 'summary' END, 'streaming', p_continues_id, p_summary,
      p_comparison || '{"picked": null}', moment);
  INSERT INTO run (team_id, id, chat_id, person_id, replica, comparison_id, started_at, heartbeat_at)
    VALUES (p_team_id, p_answer_id, p_chat_id, p_person_id, p_replica, compared, moment, moment);
  UPDATE chat SET active_leaf_id = coalesce(leaf, p_answer_id),
      choice = CASE WHEN compared IS NULL THEN p_choice ELSE choice END,
      settings = coalesce(p_settings, settings), updated_at = moment
    WHERE team_id = p_team_id AND id = p_chat_id;
  -- One of those that are compared gives the chat its title.
  RETURN CASE WHEN named_by IS NULL AND (compared IS NULL OR p_comparison ->> 'place' = '0')
    THEN 'begun untitled' ELSE 'begun' END;
END $$;
--> statement-breakpoint
-- What replicas of the release before this one call: a comparison that is being written is in their way as any run is.
CREATE OR REPLACE FUNCTION begin_reply(
  p_team_id uuid, p_person_id uuid, p_chat_id uuid, p_choice jsonb, p_parent_id uuid,
  p_message_id uuid, p_text text, p_answer_id uuid, p_replica uuid, p_dead_after interval, p_settings jsonb,
  p_continues_id uuid, p_summary jsonb
) RETURNS text LANGUAGE sql AS $$
  SELECT begin_reply(p_team_id, p_person_id, p_chat_id, p_choice, p_parent_id, p_message_id, p_text, p_answer_id,
    p_replica, p_dead_after, p_settings, p_continues_id, p_summary, NULL, NULL)
$$;
