ALTER TABLE "session" ADD COLUMN "method_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "refresh_ended_at" timestamp (3) with time zone;