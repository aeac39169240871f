ALTER TABLE "call" ADD COLUMN "key_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "key_id" uuid;--> statement-breakpoint
CREATE INDEX "ledger_key_idx" ON "ledger" USING btree ("team_id","key_id","id") WHERE key_id is not null;--> statement-breakpoint
-- Version 3 covers the key as well; rows of earlier versions verify as they were written.
CREATE OR REPLACE FUNCTION ledger_hash(r ledger) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to((jsonb_build_array(
    encode(r.prev_hash, 'hex'), r.hash_version, r.team_id, r.id, r.seq, extract(epoch FROM r.at),
    r.person_id, r.chat_id, r.message_id, r.provider_id, r.vendor, r.model, r.mode, r.purpose,
    r.outcome, r.error_code, r.status, r.estimate_method,
    r.input_tokens, r.cache_read_tokens, r.cache_write_tokens, r.output_tokens, r.reasoning_tokens,
    r.audio_input_tokens, r.audio_output_tokens, r.images,
    r.rate, r.cost_pico, r.currency, r.demo, r.ttft_ms, r.duration_ms
  ) || CASE WHEN r.hash_version < 2 THEN '[]' ELSE jsonb_build_array(
    r.credential_id, r.cache_write_1h_tokens, r.audio_cache_read_tokens, r.image_input_tokens,
    r.image_output_tokens, r.web_searches, r.requests, r.service_tier, r.corrects_id, r.reason
  ) END || CASE WHEN r.hash_version < 3 THEN '[]' ELSE jsonb_build_array(r.key_id) END)::text, 'UTF8'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ledger_append(r ledger) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_head AS head (team_id, seq, hash)
    VALUES (r.team_id, 1, decode(repeat('00', 32), 'hex'))
    ON CONFLICT (team_id) DO UPDATE SET seq = head.seq + 1
    RETURNING head.seq, head.hash INTO r.seq, r.prev_hash;
  r.hash_version := 3;
  r.hash := ledger_hash(r);
  INSERT INTO ledger VALUES (r.*);
  UPDATE ledger_head SET hash = r.hash WHERE team_id = r.team_id;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION settle_call(
  p_team_id uuid, p_id uuid, p_outcome text, p_error_code text, p_status text, p_estimate_method text,
  p_service_tier text, p_buckets bigint[], p_cost_pico numeric, p_currency text, p_ttft_ms integer,
  p_duration_ms integer
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  open_call call%ROWTYPE;
  r ledger%ROWTYPE;
BEGIN
  DELETE FROM call WHERE team_id = p_team_id AND id = p_id RETURNING * INTO open_call;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  r.team_id := p_team_id;
  r.id := p_id;
  r.at := open_call.started_at;
  r.person_id := open_call.person_id;
  r.chat_id := open_call.chat_id;
  r.message_id := open_call.message_id;
  r.provider_id := open_call.provider_id;
  r.credential_id := open_call.credential_id;
  r.key_id := open_call.key_id;
  r.vendor := open_call.vendor;
  r.model := open_call.model;
  r.mode := open_call.mode;
  r.purpose := open_call.purpose;
  r.outcome := p_outcome;
  r.error_code := p_error_code;
  r.status := p_status;
  r.estimate_method := p_estimate_method;
  r.service_tier := p_service_tier;
  r.input_tokens := p_buckets[1];
  r.cache_read_tokens := p_buckets[2];
  r.cache_write_tokens := p_buckets[3];
  r.output_tokens := p_buckets[4];
  r.reasoning_tokens := p_buckets[5];
  r.audio_input_tokens := p_buckets[6];
  r.audio_output_tokens := p_buckets[7];
  r.images := p_buckets[8];
  r.cache_write_1h_tokens := p_buckets[9];
  r.audio_cache_read_tokens := p_buckets[10];
  r.image_input_tokens := p_buckets[11];
  r.image_output_tokens := p_buckets[12];
  r.web_searches := p_buckets[13];
  r.requests := p_buckets[14];
  r.rate := open_call.rate;
  r.cost_pico := p_cost_pico;
  r.currency := p_currency;
  r.demo := coalesce((open_call.rate ->> 'demo')::boolean, false);
  r.ttft_ms := p_ttft_ms;
  r.duration_ms := p_duration_ms;
  PERFORM ledger_append(r);
  RETURN true;
END $$;
