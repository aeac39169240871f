ALTER TABLE "person" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "deletes_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "chat_person_idx" ON "chat" USING btree ("person_id","team_id","id");--> statement-breakpoint
CREATE INDEX "decision_person_idx" ON "decision" USING btree ("person_id","team_id","id");--> statement-breakpoint
CREATE INDEX "draft_person_idx" ON "draft" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_erased_idx" ON "person" USING btree ("erased_at") WHERE "person"."erased_at" is not null;--> statement-breakpoint
CREATE INDEX "run_person_idx" ON "run" USING btree ("person_id");