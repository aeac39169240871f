CREATE TABLE "decision" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"chat_id" uuid,
	"message_id" uuid,
	"call_id" uuid,
	"hops" integer DEFAULT 0 NOT NULL,
	"choice" jsonb NOT NULL,
	"mode" text,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"effort" text,
	"decided_by" text NOT NULL,
	"p_reasoning" real,
	"kind" text,
	"estimate_pico" numeric(60, 0),
	"currency" text,
	"estimate_ms" integer,
	"notes" jsonb NOT NULL,
	"override" jsonb,
	"overridden_at" timestamp (3) with time zone,
	"thumb" smallint,
	"comparison_id" uuid,
	"picked" boolean,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "routing_policy" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "decision_message_key" ON "decision" USING btree ("team_id","message_id");--> statement-breakpoint
CREATE INDEX "decision_created_idx" ON "decision" USING btree ("created_at");
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER offers_move AFTER INSERT OR UPDATE OR DELETE ON routing_policy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_offer_version('modes');
