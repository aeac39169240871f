CREATE TABLE "offer_version" (
	"team_id" uuid NOT NULL,
	"providers" bigint DEFAULT 0 NOT NULL,
	"credentials" bigint DEFAULT 0 NOT NULL,
	"modes" bigint DEFAULT 0 NOT NULL,
	"book" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "offer_version_team_id_pk" PRIMARY KEY("team_id")
);

--> statement-breakpoint
-- Counts on the last moment of the transaction that changes a row: nobody waits for another's count longer than a
-- commit takes, and whoever reads the new count reads the new rows.
CREATE FUNCTION move_offer_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  team uuid := coalesce(NEW.team_id, OLD.team_id);
  kind text := TG_ARGV[0];
BEGIN
  INSERT INTO offer_version AS v (team_id, providers, credentials, modes, book)
    VALUES (team, (kind = 'providers')::int, (kind = 'credentials')::int, (kind = 'modes')::int, (kind = 'book')::int)
    ON CONFLICT (team_id) DO UPDATE SET
      providers = v.providers + excluded.providers,
      credentials = v.credentials + excluded.credentials,
      modes = v.modes + excluded.modes,
      book = v.book + excluded.book;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON provider
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('providers');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON credential
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('credentials');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON circuit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('credentials');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON mode_models
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('modes');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON book_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('book');
