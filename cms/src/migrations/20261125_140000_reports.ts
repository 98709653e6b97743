import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "record"."enum_reports_state" AS ENUM('received', 'held', 'refused', 'published', 'routed', 'forwarded', 'planned', 'inWork', 'done', 'reopened', 'confirmed', 'closed', 'declined', 'merged');
  CREATE TYPE "record"."enum_reports_source" AS ENUM('site', 'open311', 'counter', 'phone');
  CREATE TYPE "record"."enum_report_replies_verb" AS ENUM('refuse', 'note', 'finish', 'decline', 'forward', 'plan');
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'reports' BEFORE 'files';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'reporting' BEFORE 'files';
  CREATE TABLE "record"."reports" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"content_digest" varchar NOT NULL,
  	"code_digest" varchar NOT NULL,
  	"state" "record"."enum_reports_state" NOT NULL,
  	"state_since" timestamp(3) with time zone,
  	"category_id" integer NOT NULL,
  	"description" varchar NOT NULL,
  	"public_description" varchar,
  	"lat" numeric,
  	"lng" numeric,
  	"village" varchar,
  	"street" varchar,
  	"place_words" varchar,
  	"reporter_name" varchar,
  	"reporter_email" varchar,
  	"reporter_phone" varchar,
  	"entry_id" integer,
  	"source" "record"."enum_reports_source",
  	"review" jsonb,
  	"reason" varchar,
  	"department_id" integer,
  	"authority" varchar,
  	"planned_on" timestamp(3) with time zone,
  	"expected_on" timestamp(3) with time zone,
  	"done_at" timestamp(3) with time zone,
  	"answer_until" timestamp(3) with time zone,
  	"times_reopened" numeric DEFAULT 0,
  	"merged_into_id" integer,
  	"media" jsonb,
  	"proof" jsonb,
  	"reported_at" timestamp(3) with time zone NOT NULL,
  	"published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."report_categories_village_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"village" varchar NOT NULL,
  	"department_id" integer NOT NULL
  );
  
  CREATE TABLE "record"."report_categories" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"group" varchar NOT NULL,
  	"hint" varchar,
  	"department_id" integer,
  	"expected_days" numeric,
  	"authority" varchar,
  	"authority_email" varchar,
  	"slug" varchar,
  	"place" numeric DEFAULT 100,
  	"takes_new" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."report_replies" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"verb" "record"."enum_report_replies_verb" NOT NULL,
  	"text" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."reporting" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"nearby_metres" numeric DEFAULT 30 NOT NULL,
  	"answer_days" numeric DEFAULT 14 NOT NULL,
  	"busy_per_hour" numeric DEFAULT 6 NOT NULL,
  	"urgent_notice" varchar DEFAULT 'Pentru un pericol imediat sunați la 112.',
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."_reporting_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_nearby_metres" numeric DEFAULT 30 NOT NULL,
  	"version_answer_days" numeric DEFAULT 14 NOT NULL,
  	"version_busy_per_hour" numeric DEFAULT 6 NOT NULL,
  	"version_urgent_notice" varchar DEFAULT 'Pentru un pericol imediat sunați la 112.',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "reports_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "report_categories_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "report_replies_id" integer;
  ALTER TABLE "record"."reports" ADD CONSTRAINT "reports_category_id_report_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "record"."report_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."reports" ADD CONSTRAINT "reports_entry_id_registry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "record"."registry"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."reports" ADD CONSTRAINT "reports_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "record"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."reports" ADD CONSTRAINT "reports_merged_into_id_reports_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "record"."reports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."report_categories_village_rules" ADD CONSTRAINT "report_categories_village_rules_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "record"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."report_categories_village_rules" ADD CONSTRAINT "report_categories_village_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."report_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."report_categories" ADD CONSTRAINT "report_categories_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "record"."departments"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "reports_number_idx" ON "record"."reports" USING btree ("number");
  CREATE UNIQUE INDEX "reports_key_idx" ON "record"."reports" USING btree ("key");
  CREATE INDEX "reports_category_idx" ON "record"."reports" USING btree ("category_id");
  CREATE INDEX "reports_entry_idx" ON "record"."reports" USING btree ("entry_id");
  CREATE INDEX "reports_department_idx" ON "record"."reports" USING btree ("department_id");
  CREATE INDEX "reports_merged_into_idx" ON "record"."reports" USING btree ("merged_into_id");
  CREATE INDEX "reports_reported_at_idx" ON "record"."reports" USING btree ("reported_at");
  CREATE INDEX "reports_updated_at_idx" ON "record"."reports" USING btree ("updated_at");
  CREATE INDEX "reports_created_at_idx" ON "record"."reports" USING btree ("created_at");
  CREATE INDEX "report_categories_village_rules_order_idx" ON "record"."report_categories_village_rules" USING btree ("_order");
  CREATE INDEX "report_categories_village_rules_parent_id_idx" ON "record"."report_categories_village_rules" USING btree ("_parent_id");
  CREATE INDEX "report_categories_village_rules_department_idx" ON "record"."report_categories_village_rules" USING btree ("department_id");
  CREATE UNIQUE INDEX "report_categories_name_idx" ON "record"."report_categories" USING btree ("name");
  CREATE INDEX "report_categories_department_idx" ON "record"."report_categories" USING btree ("department_id");
  CREATE UNIQUE INDEX "report_categories_slug_idx" ON "record"."report_categories" USING btree ("slug");
  CREATE INDEX "report_categories_updated_at_idx" ON "record"."report_categories" USING btree ("updated_at");
  CREATE INDEX "report_categories_created_at_idx" ON "record"."report_categories" USING btree ("created_at");
  CREATE INDEX "report_replies_updated_at_idx" ON "record"."report_replies" USING btree ("updated_at");
  CREATE INDEX "report_replies_created_at_idx" ON "record"."report_replies" USING btree ("created_at");
  CREATE INDEX "_reporting_v_created_at_idx" ON "record"."_reporting_v" USING btree ("created_at");
  CREATE INDEX "_reporting_v_updated_at_idx" ON "record"."_reporting_v" USING btree ("updated_at");
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reports_fk" FOREIGN KEY ("reports_id") REFERENCES "record"."reports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_report_categories_fk" FOREIGN KEY ("report_categories_id") REFERENCES "record"."report_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_report_replies_fk" FOREIGN KEY ("report_replies_id") REFERENCES "record"."report_replies"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_reports_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("reports_id");
  CREATE INDEX "payload_locked_documents_rels_report_categories_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("report_categories_id");
  CREATE INDEX "payload_locked_documents_rels_report_replies_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("report_replies_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "record"."reports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."report_categories_village_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."report_categories" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."report_replies" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."reporting" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_reporting_v" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "record"."reports" CASCADE;
  DROP TABLE "record"."report_categories_village_rules" CASCADE;
  DROP TABLE "record"."report_categories" CASCADE;
  DROP TABLE "record"."report_replies" CASCADE;
  DROP TABLE "record"."reporting" CASCADE;
  DROP TABLE "record"."_reporting_v" CASCADE;
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_reports_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_report_categories_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_report_replies_fk";
  
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'forms', 'institution', 'search', 'geography', 'files', 'staff', 'registry');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";
  DROP INDEX "record"."payload_locked_documents_rels_reports_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_report_categories_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_report_replies_id_idx";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "reports_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "report_categories_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "report_replies_id";
  DROP TYPE "record"."enum_reports_state";
  DROP TYPE "record"."enum_reports_source";
  DROP TYPE "record"."enum_report_replies_verb";`)
}
