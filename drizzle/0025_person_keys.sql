CREATE TABLE "person_key" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"key_sealed" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "personal" jsonb DEFAULT '{}'::jsonb NOT NULL;