ALTER TABLE "session" ADD COLUMN "method_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "self_added" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "refresh_token_sealed" text;--> statement-breakpoint
ALTER TABLE "sign_in_identity" ADD COLUMN "refreshed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "required_method_id" uuid;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_required_method_id_sign_in_method_id_fk" FOREIGN KEY ("required_method_id") REFERENCES "public"."sign_in_method"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_identity_refresh_idx" ON "sign_in_identity" USING btree ("refreshed_at") WHERE "sign_in_identity"."refresh_token_sealed" is not null;