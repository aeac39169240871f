CREATE TABLE "catalogue_model" (
	"team_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"model" text NOT NULL,
	"origin" text NOT NULL,
	"entry" jsonb NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"set_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "catalogue_model_team_id_vendor_model_origin_pk" PRIMARY KEY("team_id","vendor","model","origin")
);
