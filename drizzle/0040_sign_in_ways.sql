ALTER TABLE "sign_in_identity" ADD COLUMN "self_added" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "refresh_token_sealed" text;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "refreshed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_in_identity_refresh_idx" ON "sign_in_identity" USING btree ("refreshed_at") WHERE "sign_in_identity"."refresh_token_sealed" is not null;