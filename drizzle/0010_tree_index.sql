DROP INDEX "message_chat_idx";--> statement-breakpoint
CREATE INDEX "message_tree_idx" ON "message" USING btree ("team_id","chat_id","id","parent_id","deleted_at");