import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'geography' BEFORE 'files';
  CREATE TABLE "record"."geography" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"geojson" jsonb,
  	"attribution" varchar,
  	"is_sample" boolean,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."_geography_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_geojson" jsonb,
  	"version_attribution" varchar,
  	"version_is_sample" boolean,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE INDEX "_geography_v_created_at_idx" ON "record"."_geography_v" USING btree ("created_at");
  CREATE INDEX "_geography_v_updated_at_idx" ON "record"."_geography_v" USING btree ("updated_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "record"."geography" CASCADE;
  DROP TABLE "record"."_geography_v" CASCADE;
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'forms', 'institution', 'search', 'reports', 'reporting', 'files', 'staff', 'registry');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";`)
}
