CREATE TABLE "share" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"token_hash" text NOT NULL,
	"leaf_id" uuid NOT NULL,
	"title" text,
	"named" boolean NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "team_policy" ADD COLUMN "outside_links" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "share" ADD CONSTRAINT "share_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share" ADD CONSTRAINT "share_team_id_chat_id_chat_team_id_id_fk" FOREIGN KEY ("team_id","chat_id") REFERENCES "public"."chat"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "share_token_key" ON "share" USING btree ("team_id","token_hash");--> statement-breakpoint
CREATE INDEX "share_chat_idx" ON "share" USING btree ("team_id","chat_id");--> statement-breakpoint
CREATE INDEX "share_person_idx" ON "share" USING btree ("person_id","team_id","id");