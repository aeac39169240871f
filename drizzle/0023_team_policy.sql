CREATE TABLE "legal_hold" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" text NOT NULL,
	"subject_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	CONSTRAINT "legal_hold_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_answer" (
	"team_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_answer_team_id_notice_id_person_id_pk" PRIMARY KEY("team_id","notice_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team_notice" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"en" text,
	"zh_cn" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "team_notice_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_policy" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"default_choice" jsonb,
	"retention_days" integer,
	"retention_from" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retention_before" integer,
	"content_reading" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat" ADD COLUMN "temporary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_team_id_notice_id_team_notice_team_id_id_fk" FOREIGN KEY ("team_id","notice_id") REFERENCES "public"."team_notice"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_notice" ADD CONSTRAINT "team_notice_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_policy" ADD CONSTRAINT "team_policy_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_hold_standing_key" ON "legal_hold" USING btree ("team_id","scope",coalesce("subject_id", "team_id")) WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "notice_answer_person_idx" ON "notice_answer" USING btree ("team_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_notice_shown_key" ON "team_notice" USING btree ("team_id","kind") WHERE "team_notice"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "chat_activity_idx" ON "chat" USING btree ("team_id","updated_at");--> statement-breakpoint
CREATE INDEX "chat_temporary_idx" ON "chat" USING btree ("updated_at") WHERE "chat"."temporary";