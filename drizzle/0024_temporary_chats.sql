-- As the begin_reply before it, and with p_temporary: a chat that the question makes is one that leaves nothing. Such a
-- chat never asks for a title, whichever release began it.
CREATE FUNCTION begin_reply(
  p_team_id uuid, p_person_id uuid, p_chat_id uuid, p_choice jsonb, p_parent_id uuid,
  p_message_id uuid, p_text text, p_answer_id uuid, p_replica uuid, p_dead_after interval, p_settings jsonb,
  p_continues_id uuid, p_summary jsonb, p_comparison jsonb, p_beside_id uuid, p_temporary boolean
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  is_new boolean := p_temporary AND p_parent_id IS NULL
    AND NOT EXISTS (SELECT FROM chat WHERE team_id = p_team_id AND id = p_chat_id);
  begun text := begin_reply(p_team_id, p_person_id, p_chat_id, p_choice, p_parent_id, p_message_id, p_text, p_answer_id,
    p_replica, p_dead_after, p_settings, p_continues_id, p_summary, p_comparison, p_beside_id);
BEGIN
  IF is_new AND begun LIKE 'begun%' THEN
    UPDATE chat SET temporary = true WHERE team_id = p_team_id AND id = p_chat_id;
    RETURN 'begun';
  END IF;
  IF begun = 'begun untitled' AND (SELECT temporary FROM chat WHERE team_id = p_team_id AND id = p_chat_id) THEN
    RETURN 'begun';
  END IF;
  RETURN begun;
END $$;
--> statement-breakpoint
-- Which terms have to be accepted is read with what a team can ask.
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON team_notice
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('modes');
