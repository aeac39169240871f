CREATE TABLE "run" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"replica" uuid NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"model" text,
	"model_name" text,
	"mode" text,
	"call_id" uuid,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stop_requested_at" timestamp (3) with time zone,
	"watched_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "run_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "run_event" (
	"team_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"payload" text NOT NULL,
	CONSTRAINT "run_event_team_id_run_id_seq_pk" PRIMARY KEY("team_id","run_id","seq")
);
--> statement-breakpoint
DROP INDEX "message_streaming_idx";--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_team_id_chat_id_chat_team_id_id_fk" FOREIGN KEY ("team_id","chat_id") REFERENCES "public"."chat"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_team_id_run_id_run_team_id_id_fk" FOREIGN KEY ("team_id","run_id") REFERENCES "public"."run"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_running_idx" ON "run" USING btree ("team_id","chat_id") WHERE "run"."state" = 'running';--> statement-breakpoint
CREATE INDEX "run_chat_idx" ON "run" USING btree ("team_id","chat_id");--> statement-breakpoint
CREATE INDEX "run_ended_idx" ON "run" USING btree ("ended_at") WHERE "run"."ended_at" is not null;--> statement-breakpoint
ALTER TABLE "message" DROP COLUMN "heartbeat_at";