CREATE TABLE "api_key" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"models" jsonb,
	"modes" jsonb,
	"addresses" jsonb,
	"token_hash" text NOT NULL,
	"token_end" text NOT NULL,
	"previous_hash" text,
	"previous_until" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_key_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_token_key" ON "api_key" USING btree ("team_id","token_hash");--> statement-breakpoint
CREATE INDEX "api_key_previous_idx" ON "api_key" USING btree ("team_id","previous_hash") WHERE previous_hash is not null;--> statement-breakpoint
CREATE INDEX "api_key_person_idx" ON "api_key" USING btree ("person_id");