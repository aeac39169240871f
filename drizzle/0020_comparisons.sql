ALTER TABLE "message" ADD COLUMN "comparison" jsonb;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "comparison_id" uuid;