CREATE TABLE "sign_in_failures" (
	"source" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_failures_ends_idx" ON "sign_in_failures" USING btree ("ends_at");