ALTER TABLE "chat" ADD COLUMN "forked_from_chat_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "message_deleted_idx" ON "message" USING btree ("deleted_at") WHERE "message"."deleted_at" is not null;