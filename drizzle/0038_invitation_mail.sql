DROP INDEX "mail_due_idx";--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "email_hash" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "email_erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mail_id" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "mails" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "is_bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "invitation_email_idx" ON "invitation" USING btree ("email_hash") WHERE "invitation"."email_sealed" is not null;--> statement-breakpoint
CREATE INDEX "mail_due_idx" ON "mail" USING btree ("is_bulk","next_at") WHERE "mail"."sent_at" is null and "mail"."given_up_at" is null;