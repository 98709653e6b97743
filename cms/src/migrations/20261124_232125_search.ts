import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'search' BEFORE 'files';
  CREATE TABLE "record"."search_synonyms" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"words" varchar NOT NULL
  );
  
  CREATE TABLE "record"."search" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."_search_v_version_synonyms" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"words" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_search_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "record"."search_synonyms" ADD CONSTRAINT "search_synonyms_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."search"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_search_v_version_synonyms" ADD CONSTRAINT "_search_v_version_synonyms_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_search_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "search_synonyms_order_idx" ON "record"."search_synonyms" USING btree ("_order");
  CREATE INDEX "search_synonyms_parent_id_idx" ON "record"."search_synonyms" USING btree ("_parent_id");
  CREATE INDEX "_search_v_version_synonyms_order_idx" ON "record"."_search_v_version_synonyms" USING btree ("_order");
  CREATE INDEX "_search_v_version_synonyms_parent_id_idx" ON "record"."_search_v_version_synonyms" USING btree ("_parent_id");
  CREATE INDEX "_search_v_created_at_idx" ON "record"."_search_v" USING btree ("created_at");
  CREATE INDEX "_search_v_updated_at_idx" ON "record"."_search_v" USING btree ("updated_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "record"."search_synonyms" CASCADE;
  DROP TABLE "record"."search" CASCADE;
  DROP TABLE "record"."_search_v_version_synonyms" CASCADE;
  DROP TABLE "record"."_search_v" CASCADE;
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'institution', 'files', 'staff');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";`)
}
