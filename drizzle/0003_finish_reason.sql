ALTER TABLE "call" ALTER COLUMN "heartbeat_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "finish_reason" text;