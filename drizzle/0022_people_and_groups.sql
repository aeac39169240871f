CREATE TABLE "group_member" (
	"team_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"manager" boolean DEFAULT false NOT NULL,
	CONSTRAINT "group_member_team_id_group_id_person_id_pk" PRIMARY KEY("team_id","group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"group_id" uuid,
	"email_sealed" text,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"max_uses" integer NOT NULL,
	"uses_left" integer NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_group" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "team_group_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "kind" text DEFAULT 'team' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_team_id_group_id_team_group_team_id_id_fk" FOREIGN KEY ("team_id","group_id") REFERENCES "public"."team_group"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_team_id_person_id_membership_team_id_person_id_fk" FOREIGN KEY ("team_id","person_id") REFERENCES "public"."membership"("team_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_group_id_team_group_team_id_id_fk" FOREIGN KEY ("team_id","group_id") REFERENCES "public"."team_group"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_group" ADD CONSTRAINT "team_group_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_member_person_idx" ON "group_member" USING btree ("team_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token_key" ON "invitation" USING btree ("team_id","token_hash");--> statement-breakpoint
CREATE INDEX "invitation_expires_idx" ON "invitation" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "team_group_name_key" ON "team_group" USING btree ("team_id",lower("name")) WHERE "team_group"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "membership_role_idx" ON "membership" USING btree ("team_id","role");--> statement-breakpoint
CREATE INDEX "person_name_idx" ON "person" USING btree (lower("name"),"id");