-- Writes a question and the place of its answer, in one round trip, and takes the chat's row lock, so that two
-- requests for one chat are seen one after the other. Answers `begun`, `begun untitled`, `repeated` (the answer is
-- there already), `run_in_progress` (another one is being written), `not_found`, `not_a_question` or `conflict` (an id
-- is taken by something else); only the first two leave something written.
CREATE FUNCTION begin_reply(
  p_team_id uuid, p_person_id uuid, p_chat_id uuid, p_choice jsonb, p_parent_id uuid,
  p_message_id uuid, p_text text, p_answer_id uuid
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  named_by text;
  parent_role text;
BEGIN
  -- The open call that follows is committed to disk, and with it all that was committed before it: waiting for the
  -- disk here as well would only hold back the first word.
  PERFORM set_config('synchronous_commit', 'off', true);
  IF p_parent_id IS NULL AND p_message_id IS NULL THEN
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
    INSERT INTO chat (team_id, id, person_id, choice) VALUES (p_team_id, p_chat_id, p_person_id, p_choice)
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
    SELECT FROM message WHERE status = 'streaming' AND heartbeat_at > moment - interval '30 seconds'
      AND team_id = p_team_id AND chat_id = p_chat_id
  ) THEN
    RETURN 'run_in_progress';
  END IF;
  IF p_parent_id IS NOT NULL THEN
    SELECT role INTO parent_role FROM message
      WHERE team_id = p_team_id AND chat_id = p_chat_id AND id = p_parent_id;
    IF NOT FOUND THEN
      RETURN 'not_found';
    END IF;
    IF p_message_id IS NULL AND parent_role <> 'user' THEN
      RETURN 'not_a_question';
    END IF;
  END IF;
  IF p_message_id IS NOT NULL THEN
    INSERT INTO message (team_id, id, chat_id, parent_id, role, status, text, created_at)
      VALUES (p_team_id, p_message_id, p_chat_id, p_parent_id, 'user', 'complete', p_text, moment)
      ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO message (team_id, id, chat_id, parent_id, role, status, created_at, heartbeat_at)
    VALUES (p_team_id, p_answer_id, p_chat_id, coalesce(p_message_id, p_parent_id), 'assistant', 'streaming',
      moment, moment);
  UPDATE chat SET active_leaf_id = p_answer_id, choice = p_choice, updated_at = moment
    WHERE team_id = p_team_id AND id = p_chat_id;
  RETURN CASE WHEN named_by IS NULL THEN 'begun untitled' ELSE 'begun' END;
END $$;
