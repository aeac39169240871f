-- The ledger is append-only: the database itself refuses to change or remove a row.
CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
-- The smallest UUIDv7 of an instant: 48 bits of Unix milliseconds, then zeros.
CREATE FUNCTION uuid7_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
--> statement-breakpoint
-- Makes the partitions of this month and of those that follow; safe to run again and on several replicas.
CREATE FUNCTION ledger_ensure_partitions(moment timestamptz, months integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  first_of_month timestamp;
  partition_name text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger_ensure_partitions'));
  FOR n IN 0..months LOOP
    first_of_month := date_trunc('month', moment AT TIME ZONE 'UTC') + make_interval(months => n);
    partition_name := 'ledger_' || to_char(first_of_month, 'YYYYMM');
    IF to_regclass(partition_name) IS NULL THEN
      EXECUTE format(
        'CREATE TABLE %I PARTITION OF ledger FOR VALUES FROM (%L) TO (%L)',
        partition_name,
        uuid7_floor(first_of_month AT TIME ZONE 'UTC'),
        uuid7_floor((first_of_month + interval '1 month') AT TIME ZONE 'UTC')
      );
      EXECUTE format(
        'CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change()',
        partition_name
      );
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
--> statement-breakpoint
CREATE TABLE ledger_default PARTITION OF ledger DEFAULT;
--> statement-breakpoint
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_default
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
--> statement-breakpoint
SELECT ledger_ensure_partitions(now(), 3);
--> statement-breakpoint
-- The chain: each row's hash covers its own columns and the hash before it. Version 1 covers the columns named here;
-- a later column comes with a version 2, so that old rows still verify.
CREATE FUNCTION ledger_hash(r ledger) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(
    encode(r.prev_hash, 'hex'), r.hash_version, r.team_id, r.id, r.seq, extract(epoch FROM r.at),
    r.person_id, r.chat_id, r.message_id, r.provider_id, r.vendor, r.model, r.mode, r.purpose,
    r.outcome, r.error_code, r.status, r.estimate_method,
    r.input_tokens, r.cache_read_tokens, r.cache_write_tokens, r.output_tokens, r.reasoning_tokens,
    r.audio_input_tokens, r.audio_output_tokens, r.images,
    r.rate, r.cost_pico, r.currency, r.demo, r.ttft_ms, r.duration_ms
  )::text, 'UTF8'))
$$;
--> statement-breakpoint
-- Turns an open call into its ledger row, in one statement. False when it was settled before.
-- Buckets in the order input, cache read, cache write, output, reasoning, audio input, audio output, images.
CREATE FUNCTION settle_call(
  p_team_id uuid, p_id uuid, p_outcome text, p_error_code text, p_status text, p_estimate_method text,
  p_buckets bigint[], p_cost_pico numeric, p_currency text, p_ttft_ms integer, p_duration_ms integer
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  open_call call%ROWTYPE;
  r ledger%ROWTYPE;
BEGIN
  DELETE FROM call WHERE team_id = p_team_id AND id = p_id RETURNING * INTO open_call;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO ledger_head AS head (team_id, seq, hash)
    VALUES (p_team_id, 1, decode(repeat('00', 32), 'hex'))
    ON CONFLICT (team_id) DO UPDATE SET seq = head.seq + 1
    RETURNING head.seq, head.hash INTO r.seq, r.prev_hash;
  r.team_id := p_team_id;
  r.id := p_id;
  r.hash_version := 1;
  r.at := open_call.started_at;
  r.person_id := open_call.person_id;
  r.chat_id := open_call.chat_id;
  r.message_id := open_call.message_id;
  r.provider_id := open_call.provider_id;
  r.vendor := open_call.vendor;
  r.model := open_call.model;
  r.mode := open_call.mode;
  r.purpose := open_call.purpose;
  r.outcome := p_outcome;
  r.error_code := p_error_code;
  r.status := p_status;
  r.estimate_method := p_estimate_method;
  r.input_tokens := p_buckets[1];
  r.cache_read_tokens := p_buckets[2];
  r.cache_write_tokens := p_buckets[3];
  r.output_tokens := p_buckets[4];
  r.reasoning_tokens := p_buckets[5];
  r.audio_input_tokens := p_buckets[6];
  r.audio_output_tokens := p_buckets[7];
  r.images := p_buckets[8];
  r.rate := open_call.rate;
  r.cost_pico := p_cost_pico;
  r.currency := p_currency;
  r.demo := coalesce((open_call.rate ->> 'demo')::boolean, false);
  r.ttft_ms := p_ttft_ms;
  r.duration_ms := p_duration_ms;
  r.hash := ledger_hash(r);
  INSERT INTO ledger VALUES (r.*);
  UPDATE ledger_head SET hash = r.hash WHERE team_id = p_team_id;
  RETURN true;
END $$;
