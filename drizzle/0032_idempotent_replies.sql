CREATE TABLE "idempotent_reply" (
	"team_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"name_hash" text NOT NULL,
	"request_hash" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"reply" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_reply_team_id_key_id_name_hash_pk" PRIMARY KEY("team_id","key_id","name_hash")
);
--> statement-breakpoint
ALTER TABLE "idempotent_reply" ADD CONSTRAINT "idempotent_reply_team_id_key_id_api_key_team_id_id_fk" FOREIGN KEY ("team_id","key_id") REFERENCES "public"."api_key"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotent_reply_created_idx" ON "idempotent_reply" USING btree ("created_at");