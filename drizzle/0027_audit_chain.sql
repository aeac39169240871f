CREATE TABLE "audit_head" (
	"team_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"verified_seq" bigint,
	"verified_at" timestamp (3) with time zone,
	CONSTRAINT "audit_head_team_id_pk" PRIMARY KEY("team_id")
);
--> statement-breakpoint
DROP INDEX "audit_time_idx";--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "via" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "prev_hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "hash_version" smallint;--> statement-breakpoint
-- One text for one value: keys by their bytes, no spaces, numbers in plain digits. lib/audit/canonical.ts is the same.
CREATE FUNCTION audit_canonical(j jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(j)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_jsonb(key)::text || ':' || audit_canonical(value), ',' ORDER BY key COLLATE "C")
      FROM jsonb_each(j)), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(audit_canonical(value), ',' ORDER BY place)
      FROM jsonb_array_elements(j) WITH ORDINALITY AS element(value, place)), '') || ']'
    WHEN 'number' THEN trim_scale((j #>> '{}')::numeric)::text
    ELSE j::text
  END;
END $$;
--> statement-breakpoint
-- A field with its length before it, so that no two lists of fields read the same.
CREATE FUNCTION audit_field(field text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN field IS NULL THEN '-,' ELSE octet_length(convert_to(field, 'UTF8')) || ':' || field || ',' END
$$;
--> statement-breakpoint
-- The chain: each entry's hash covers the hash before it and its own fields, docs/audit.md. Version 1 covers the columns
-- named here; a later column comes with a version 2, so that old entries still verify.
CREATE FUNCTION audit_hash(r audit) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(r.prev_hash || convert_to(
    audit_field(r.hash_version::text) || audit_field(r.team_id::text) || audit_field(r.seq::text)
    || audit_field(r.id::text) || audit_field(to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || audit_field(r.actor_id::text) || audit_field(r.via) || audit_field(r.action) || audit_field(r.target)
    || audit_field(r.request_id) || audit_field(audit_canonical(r.before)) || audit_field(audit_canonical(r.after))
    || audit_field(audit_canonical(r.personal)), 'UTF8'))
$$;
--> statement-breakpoint
-- What an earlier release wrote is chained as it stands. Nobody noted then how a request came.
DO $$
DECLARE
  r audit%ROWTYPE;
  head audit_head%ROWTYPE;
BEGIN
  FOR r IN SELECT * FROM audit ORDER BY team_id, created_at, id LOOP
    IF head.team_id IS DISTINCT FROM r.team_id THEN
      IF head.team_id IS NOT NULL THEN
        INSERT INTO audit_head VALUES (head.*);
      END IF;
      head.team_id := r.team_id;
      head.seq := 0;
      head.hash := decode(repeat('00', 32), 'hex');
    END IF;
    r.before := nullif(r.before, 'null'::jsonb);
    r.after := nullif(r.after, 'null'::jsonb);
    r.seq := head.seq + 1;
    r.via := CASE WHEN r.actor_id IS NULL THEN 'system' ELSE 'web' END;
    r.prev_hash := head.hash;
    r.hash_version := 1;
    r.hash := audit_hash(r);
    UPDATE audit SET before = r.before, after = r.after, seq = r.seq, via = r.via, prev_hash = r.prev_hash,
      hash = r.hash, hash_version = r.hash_version
      WHERE team_id = r.team_id AND id = r.id;
    head.seq := r.seq;
    head.hash := r.hash;
    head.at := r.created_at;
  END LOOP;
  IF head.team_id IS NOT NULL THEN
    INSERT INTO audit_head VALUES (head.*);
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "seq" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "via" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "prev_hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "hash" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ALTER COLUMN "hash_version" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seq_key" ON "audit" USING btree ("team_id","seq");--> statement-breakpoint
CREATE INDEX "audit_action_idx" ON "audit" USING btree ("team_id","action","seq");--> statement-breakpoint
CREATE INDEX "audit_actor_idx" ON "audit" USING btree ("team_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_target_idx" ON "audit" USING btree ("team_id","target","seq");--> statement-breakpoint
CREATE INDEX "audit_time_idx" ON "audit" USING btree ("team_id","created_at","seq");--> statement-breakpoint
-- The audit is append-only: the database itself refuses to change or remove an entry.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
-- Takes the next place in a team's chain; the lock on its end is held to the end of the transaction. The time never
-- goes back along a chain, whatever a clock does, so that a period is a range of places.
CREATE FUNCTION audit_append(
  p_team_id uuid, p_id uuid, p_actor_id uuid, p_via text, p_action text, p_target text, p_request_id text,
  p_before jsonb, p_after jsonb, p_personal jsonb
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r audit%ROWTYPE;
BEGIN
  INSERT INTO audit_head AS head (team_id, seq, hash, at)
    VALUES (p_team_id, 1, decode(repeat('00', 32), 'hex'), clock_timestamp())
    ON CONFLICT (team_id) DO UPDATE SET seq = head.seq + 1, at = greatest(head.at, clock_timestamp())
    RETURNING head.seq, head.hash, head.at INTO r.seq, r.prev_hash, r.created_at;
  r.team_id := p_team_id;
  r.id := p_id;
  r.actor_id := p_actor_id;
  r.via := p_via;
  r.action := p_action;
  r.target := p_target;
  r.request_id := p_request_id;
  r.before := nullif(p_before, 'null'::jsonb);
  r.after := nullif(p_after, 'null'::jsonb);
  r.personal := p_personal;
  r.hash_version := 1;
  r.hash := audit_hash(r);
  INSERT INTO audit VALUES (r.*);
  UPDATE audit_head SET hash = r.hash WHERE team_id = p_team_id;
END $$;
