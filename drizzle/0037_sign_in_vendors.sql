ALTER TABLE "sign_in_method" ADD COLUMN "api_url" text;--> statement-breakpoint
ALTER TABLE "sign_in_method" ADD COLUMN "tenants" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_method" ADD COLUMN "switched_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_method" ADD COLUMN "removed_at" timestamp (3) with time zone;