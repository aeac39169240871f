CREATE TABLE "circuit" (
	"team_id" uuid NOT NULL,
	"credential_id" uuid NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"openings" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"open_until" timestamp (3) with time zone,
	"probe_until" timestamp (3) with time zone,
	"last_failure_at" timestamp (3) with time zone,
	"last_error" jsonb,
	CONSTRAINT "circuit_team_id_credential_id_pk" PRIMARY KEY("team_id","credential_id")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"api_key_sealed" text,
	"api_key_last4" text,
	"base_url" text,
	"weight" integer DEFAULT 1 NOT NULL,
	"last_error" jsonb,
	"tested_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credential_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "circuit" ADD CONSTRAINT "circuit_team_id_credential_id_credential_team_id_id_fk" FOREIGN KEY ("team_id","credential_id") REFERENCES "public"."credential"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_team_id_provider_id_provider_team_id_id_fk" FOREIGN KEY ("team_id","provider_id") REFERENCES "public"."provider"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credential_provider_idx" ON "credential" USING btree ("team_id","provider_id");--> statement-breakpoint
CREATE INDEX "ledger_credential_idx" ON "ledger" USING btree ("credential_id","at");--> statement-breakpoint
-- Each provider's key becomes its first credential, under the provider's own id. What it was sealed for is unchanged.
INSERT INTO "credential" ("team_id", "id", "provider_id", "api_key_sealed", "api_key_last4", "last_error", "tested_at", "created_at")
  SELECT "team_id", "id", "id", "api_key_sealed", "api_key_last4", "last_error", "tested_at", "created_at" FROM "provider";--> statement-breakpoint
ALTER TABLE "provider" DROP COLUMN "api_key_sealed";--> statement-breakpoint
ALTER TABLE "provider" DROP COLUMN "api_key_last4";