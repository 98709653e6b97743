import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "record"."enum_forms_steps_fields_show_if_rules_is" AS ENUM('oneOf', 'answered');
  CREATE TYPE "record"."enum_forms_steps_fields_type" AS ENUM('text', 'longText', 'choice', 'checkboxes', 'date', 'number', 'address', 'email', 'phone', 'cnp', 'cui', 'iban', 'file', 'consent', 'information');
  CREATE TYPE "record"."enum_forms_steps_fields_display" AS ENUM('radios', 'list');
  CREATE TYPE "record"."enum_forms_steps_fields_place" AS ENUM('commune', 'country');
  CREATE TYPE "record"."enum_forms_steps_fields_days" AS ENUM('any', 'past', 'future');
  CREATE TYPE "record"."enum_forms_steps_fields_accepts" AS ENUM('papers', 'pdf', 'pictures', 'office', 'all');
  CREATE TYPE "record"."enum_forms_steps_fields_show_if_match" AS ENUM('all', 'any');
  CREATE TYPE "record"."enum_forms_steps_fields_autocomplete" AS ENUM('name', 'given-name', 'family-name', 'organization', 'organization-title', 'email', 'tel', 'street-address', 'address-level2', 'postal-code', 'bday', 'off');
  CREATE TYPE "record"."enum_forms_steps_show_if_rules_is" AS ENUM('oneOf', 'answered');
  CREATE TYPE "record"."enum_forms_steps_show_if_match" AS ENUM('all', 'any');
  CREATE TYPE "record"."enum_forms_theme" AS ENUM('writing', 'taxes', 'land', 'building', 'utilities', 'family', 'papers');
  CREATE TYPE "record"."enum_forms_signature" AS ENUM('none', 'handOrQualified');
  CREATE TYPE "record"."enum_forms_entry_kind" AS ENUM('petition', 'foi', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'application');
  CREATE TYPE "record"."enum_forms_term_key" AS ENUM('petition.answer', 'foi.answer', 'gdpr.answer', 'taxClearance.issue', 'planningCertificate.issue', 'consultation.proposals');
  CREATE TYPE "record"."enum_forms_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_show_if_rules_is" AS ENUM('oneOf', 'answered');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_type" AS ENUM('text', 'longText', 'choice', 'checkboxes', 'date', 'number', 'address', 'email', 'phone', 'cnp', 'cui', 'iban', 'file', 'consent', 'information');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_display" AS ENUM('radios', 'list');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_place" AS ENUM('commune', 'country');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_days" AS ENUM('any', 'past', 'future');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_accepts" AS ENUM('papers', 'pdf', 'pictures', 'office', 'all');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_show_if_match" AS ENUM('all', 'any');
  CREATE TYPE "record"."enum__forms_v_version_steps_fields_autocomplete" AS ENUM('name', 'given-name', 'family-name', 'organization', 'organization-title', 'email', 'tel', 'street-address', 'address-level2', 'postal-code', 'bday', 'off');
  CREATE TYPE "record"."enum__forms_v_version_steps_show_if_rules_is" AS ENUM('oneOf', 'answered');
  CREATE TYPE "record"."enum__forms_v_version_steps_show_if_match" AS ENUM('all', 'any');
  CREATE TYPE "record"."enum__forms_v_version_theme" AS ENUM('writing', 'taxes', 'land', 'building', 'utilities', 'family', 'papers');
  CREATE TYPE "record"."enum__forms_v_version_signature" AS ENUM('none', 'handOrQualified');
  CREATE TYPE "record"."enum__forms_v_version_entry_kind" AS ENUM('petition', 'foi', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'application');
  CREATE TYPE "record"."enum__forms_v_version_term_key" AS ENUM('petition.answer', 'foi.answer', 'gdpr.answer', 'taxClearance.issue', 'planningCertificate.issue', 'consultation.proposals');
  CREATE TYPE "record"."enum__forms_v_version_status" AS ENUM('draft', 'published');
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'forms' BEFORE 'institution';
  CREATE TABLE "record"."forms_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar
  );
  
  CREATE TABLE "record"."forms_steps_fields_options" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"hint" varchar,
  	"value" varchar
  );
  
  CREATE TABLE "record"."forms_steps_fields_show_if_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"field" varchar,
  	"is" "record"."enum_forms_steps_fields_show_if_rules_is" DEFAULT 'oneOf'
  );
  
  CREATE TABLE "record"."forms_steps_fields" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"type" "record"."enum_forms_steps_fields_type" DEFAULT 'text',
  	"hint" varchar,
  	"text" varchar,
  	"display" "record"."enum_forms_steps_fields_display" DEFAULT 'radios',
  	"place" "record"."enum_forms_steps_fields_place" DEFAULT 'commune',
  	"days" "record"."enum_forms_steps_fields_days" DEFAULT 'any',
  	"max_length" numeric,
  	"min" numeric,
  	"max" numeric,
  	"decimals" numeric DEFAULT 0,
  	"unit" varchar,
  	"accepts" "record"."enum_forms_steps_fields_accepts" DEFAULT 'papers',
  	"max_megabytes" numeric DEFAULT 10,
  	"max_count" numeric DEFAULT 5,
  	"required" boolean,
  	"show_if_match" "record"."enum_forms_steps_fields_show_if_match" DEFAULT 'all',
  	"name" varchar,
  	"autocomplete" "record"."enum_forms_steps_fields_autocomplete"
  );
  
  CREATE TABLE "record"."forms_steps_show_if_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"field" varchar,
  	"is" "record"."enum_forms_steps_show_if_rules_is" DEFAULT 'oneOf'
  );
  
  CREATE TABLE "record"."forms_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"show_if_match" "record"."enum_forms_steps_show_if_match" DEFAULT 'all',
  	"name" varchar
  );
  
  CREATE TABLE "record"."forms_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"hint" varchar,
  	"field" varchar,
  	"required" boolean
  );
  
  CREATE TABLE "record"."forms_at_least_one" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"sentence" varchar
  );
  
  CREATE TABLE "record"."forms" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"theme" "record"."enum_forms_theme" DEFAULT 'writing',
  	"minutes" numeric DEFAULT 5,
  	"order" numeric DEFAULT 100,
  	"outcome" varchar,
  	"fee_lei" numeric,
  	"fee_sentence" varchar,
  	"signature" "record"."enum_forms_signature" DEFAULT 'none',
  	"department" varchar,
  	"entry_kind" "record"."enum_forms_entry_kind" DEFAULT 'application',
  	"term_key" "record"."enum_forms_term_key" DEFAULT 'petition.answer',
  	"term_sentence" varchar,
  	"legal_basis" varchar,
  	"notice_controller" varchar,
  	"notice_purpose" varchar,
  	"notice_basis" varchar,
  	"notice_retention" varchar,
  	"notice_rights" varchar DEFAULT 'Puteți cere să vedeți datele, să le corectăm, să le ștergem sau să le folosim mai puțin. Puteți depune plângere la Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (dataprotection.ro).',
  	"slug" varchar,
  	"published_on" timestamp(3) with time zone,
  	"publish_at" timestamp(3) with time zone,
  	"take_down_at" timestamp(3) with time zone,
  	"former_slugs" jsonb,
  	"source_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "record"."enum_forms_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "record"."forms_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_steps_fields_options" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"hint" varchar,
  	"value" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_steps_fields_show_if_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"field" varchar,
  	"is" "record"."enum__forms_v_version_steps_fields_show_if_rules_is" DEFAULT 'oneOf',
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_steps_fields" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"type" "record"."enum__forms_v_version_steps_fields_type" DEFAULT 'text',
  	"hint" varchar,
  	"text" varchar,
  	"display" "record"."enum__forms_v_version_steps_fields_display" DEFAULT 'radios',
  	"place" "record"."enum__forms_v_version_steps_fields_place" DEFAULT 'commune',
  	"days" "record"."enum__forms_v_version_steps_fields_days" DEFAULT 'any',
  	"max_length" numeric,
  	"min" numeric,
  	"max" numeric,
  	"decimals" numeric DEFAULT 0,
  	"unit" varchar,
  	"accepts" "record"."enum__forms_v_version_steps_fields_accepts" DEFAULT 'papers',
  	"max_megabytes" numeric DEFAULT 10,
  	"max_count" numeric DEFAULT 5,
  	"required" boolean,
  	"show_if_match" "record"."enum__forms_v_version_steps_fields_show_if_match" DEFAULT 'all',
  	"name" varchar,
  	"autocomplete" "record"."enum__forms_v_version_steps_fields_autocomplete",
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_steps_show_if_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"field" varchar,
  	"is" "record"."enum__forms_v_version_steps_show_if_rules_is" DEFAULT 'oneOf',
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"show_if_match" "record"."enum__forms_v_version_steps_show_if_match" DEFAULT 'all',
  	"name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"hint" varchar,
  	"field" varchar,
  	"required" boolean,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v_version_at_least_one" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"sentence" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_forms_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_lead" varchar,
  	"version_theme" "record"."enum__forms_v_version_theme" DEFAULT 'writing',
  	"version_minutes" numeric DEFAULT 5,
  	"version_order" numeric DEFAULT 100,
  	"version_outcome" varchar,
  	"version_fee_lei" numeric,
  	"version_fee_sentence" varchar,
  	"version_signature" "record"."enum__forms_v_version_signature" DEFAULT 'none',
  	"version_department" varchar,
  	"version_entry_kind" "record"."enum__forms_v_version_entry_kind" DEFAULT 'application',
  	"version_term_key" "record"."enum__forms_v_version_term_key" DEFAULT 'petition.answer',
  	"version_term_sentence" varchar,
  	"version_legal_basis" varchar,
  	"version_notice_controller" varchar,
  	"version_notice_purpose" varchar,
  	"version_notice_basis" varchar,
  	"version_notice_retention" varchar,
  	"version_notice_rights" varchar DEFAULT 'Puteți cere să vedeți datele, să le corectăm, să le ștergem sau să le folosim mai puțin. Puteți depune plângere la Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (dataprotection.ro).',
  	"version_slug" varchar,
  	"version_published_on" timestamp(3) with time zone,
  	"version_publish_at" timestamp(3) with time zone,
  	"version_take_down_at" timestamp(3) with time zone,
  	"version_former_slugs" jsonb,
  	"version_source_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "record"."enum__forms_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "record"."_forms_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "forms_id" integer;
  ALTER TABLE "record"."forms_attachments" ADD CONSTRAINT "forms_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."forms_attachments" ADD CONSTRAINT "forms_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_steps_fields_options" ADD CONSTRAINT "forms_steps_fields_options_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms_steps_fields"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_steps_fields_show_if_rules" ADD CONSTRAINT "forms_steps_fields_show_if_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms_steps_fields"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_steps_fields" ADD CONSTRAINT "forms_steps_fields_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_steps_show_if_rules" ADD CONSTRAINT "forms_steps_show_if_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_steps" ADD CONSTRAINT "forms_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_documents" ADD CONSTRAINT "forms_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_at_least_one" ADD CONSTRAINT "forms_at_least_one_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."forms_texts" ADD CONSTRAINT "forms_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_attachments" ADD CONSTRAINT "_forms_v_version_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_attachments" ADD CONSTRAINT "_forms_v_version_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_steps_fields_options" ADD CONSTRAINT "_forms_v_version_steps_fields_options_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v_version_steps_fields"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_steps_fields_show_if_rules" ADD CONSTRAINT "_forms_v_version_steps_fields_show_if_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v_version_steps_fields"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_steps_fields" ADD CONSTRAINT "_forms_v_version_steps_fields_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v_version_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_steps_show_if_rules" ADD CONSTRAINT "_forms_v_version_steps_show_if_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v_version_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_steps" ADD CONSTRAINT "_forms_v_version_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_documents" ADD CONSTRAINT "_forms_v_version_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_version_at_least_one" ADD CONSTRAINT "_forms_v_version_at_least_one_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_forms_v" ADD CONSTRAINT "_forms_v_parent_id_forms_id_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."forms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_forms_v_texts" ADD CONSTRAINT "_forms_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."_forms_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "forms_attachments_order_idx" ON "record"."forms_attachments" USING btree ("_order");
  CREATE INDEX "forms_attachments_parent_id_idx" ON "record"."forms_attachments" USING btree ("_parent_id");
  CREATE INDEX "forms_attachments_file_idx" ON "record"."forms_attachments" USING btree ("file_id");
  CREATE INDEX "forms_steps_fields_options_order_idx" ON "record"."forms_steps_fields_options" USING btree ("_order");
  CREATE INDEX "forms_steps_fields_options_parent_id_idx" ON "record"."forms_steps_fields_options" USING btree ("_parent_id");
  CREATE INDEX "forms_steps_fields_show_if_rules_order_idx" ON "record"."forms_steps_fields_show_if_rules" USING btree ("_order");
  CREATE INDEX "forms_steps_fields_show_if_rules_parent_id_idx" ON "record"."forms_steps_fields_show_if_rules" USING btree ("_parent_id");
  CREATE INDEX "forms_steps_fields_order_idx" ON "record"."forms_steps_fields" USING btree ("_order");
  CREATE INDEX "forms_steps_fields_parent_id_idx" ON "record"."forms_steps_fields" USING btree ("_parent_id");
  CREATE INDEX "forms_steps_show_if_rules_order_idx" ON "record"."forms_steps_show_if_rules" USING btree ("_order");
  CREATE INDEX "forms_steps_show_if_rules_parent_id_idx" ON "record"."forms_steps_show_if_rules" USING btree ("_parent_id");
  CREATE INDEX "forms_steps_order_idx" ON "record"."forms_steps" USING btree ("_order");
  CREATE INDEX "forms_steps_parent_id_idx" ON "record"."forms_steps" USING btree ("_parent_id");
  CREATE INDEX "forms_documents_order_idx" ON "record"."forms_documents" USING btree ("_order");
  CREATE INDEX "forms_documents_parent_id_idx" ON "record"."forms_documents" USING btree ("_parent_id");
  CREATE INDEX "forms_at_least_one_order_idx" ON "record"."forms_at_least_one" USING btree ("_order");
  CREATE INDEX "forms_at_least_one_parent_id_idx" ON "record"."forms_at_least_one" USING btree ("_parent_id");
  CREATE INDEX "forms_theme_idx" ON "record"."forms" USING btree ("theme");
  CREATE INDEX "forms_department_idx" ON "record"."forms" USING btree ("department");
  CREATE INDEX "forms_entry_kind_idx" ON "record"."forms" USING btree ("entry_kind");
  CREATE UNIQUE INDEX "forms_slug_idx" ON "record"."forms" USING btree ("slug");
  CREATE INDEX "forms_publish_at_idx" ON "record"."forms" USING btree ("publish_at");
  CREATE INDEX "forms_take_down_at_idx" ON "record"."forms" USING btree ("take_down_at");
  CREATE UNIQUE INDEX "forms_source_id_idx" ON "record"."forms" USING btree ("source_id");
  CREATE INDEX "forms_updated_at_idx" ON "record"."forms" USING btree ("updated_at");
  CREATE INDEX "forms_created_at_idx" ON "record"."forms" USING btree ("created_at");
  CREATE INDEX "forms__status_idx" ON "record"."forms" USING btree ("_status");
  CREATE INDEX "forms_texts_order_parent" ON "record"."forms_texts" USING btree ("order","parent_id");
  CREATE INDEX "_forms_v_version_attachments_order_idx" ON "record"."_forms_v_version_attachments" USING btree ("_order");
  CREATE INDEX "_forms_v_version_attachments_parent_id_idx" ON "record"."_forms_v_version_attachments" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_attachments_file_idx" ON "record"."_forms_v_version_attachments" USING btree ("file_id");
  CREATE INDEX "_forms_v_version_steps_fields_options_order_idx" ON "record"."_forms_v_version_steps_fields_options" USING btree ("_order");
  CREATE INDEX "_forms_v_version_steps_fields_options_parent_id_idx" ON "record"."_forms_v_version_steps_fields_options" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_steps_fields_show_if_rules_order_idx" ON "record"."_forms_v_version_steps_fields_show_if_rules" USING btree ("_order");
  CREATE INDEX "_forms_v_version_steps_fields_show_if_rules_parent_id_idx" ON "record"."_forms_v_version_steps_fields_show_if_rules" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_steps_fields_order_idx" ON "record"."_forms_v_version_steps_fields" USING btree ("_order");
  CREATE INDEX "_forms_v_version_steps_fields_parent_id_idx" ON "record"."_forms_v_version_steps_fields" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_steps_show_if_rules_order_idx" ON "record"."_forms_v_version_steps_show_if_rules" USING btree ("_order");
  CREATE INDEX "_forms_v_version_steps_show_if_rules_parent_id_idx" ON "record"."_forms_v_version_steps_show_if_rules" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_steps_order_idx" ON "record"."_forms_v_version_steps" USING btree ("_order");
  CREATE INDEX "_forms_v_version_steps_parent_id_idx" ON "record"."_forms_v_version_steps" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_documents_order_idx" ON "record"."_forms_v_version_documents" USING btree ("_order");
  CREATE INDEX "_forms_v_version_documents_parent_id_idx" ON "record"."_forms_v_version_documents" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_version_at_least_one_order_idx" ON "record"."_forms_v_version_at_least_one" USING btree ("_order");
  CREATE INDEX "_forms_v_version_at_least_one_parent_id_idx" ON "record"."_forms_v_version_at_least_one" USING btree ("_parent_id");
  CREATE INDEX "_forms_v_parent_idx" ON "record"."_forms_v" USING btree ("parent_id");
  CREATE INDEX "_forms_v_version_version_theme_idx" ON "record"."_forms_v" USING btree ("version_theme");
  CREATE INDEX "_forms_v_version_version_department_idx" ON "record"."_forms_v" USING btree ("version_department");
  CREATE INDEX "_forms_v_version_version_entry_kind_idx" ON "record"."_forms_v" USING btree ("version_entry_kind");
  CREATE INDEX "_forms_v_version_version_slug_idx" ON "record"."_forms_v" USING btree ("version_slug");
  CREATE INDEX "_forms_v_version_version_publish_at_idx" ON "record"."_forms_v" USING btree ("version_publish_at");
  CREATE INDEX "_forms_v_version_version_take_down_at_idx" ON "record"."_forms_v" USING btree ("version_take_down_at");
  CREATE INDEX "_forms_v_version_version_source_id_idx" ON "record"."_forms_v" USING btree ("version_source_id");
  CREATE INDEX "_forms_v_version_version_updated_at_idx" ON "record"."_forms_v" USING btree ("version_updated_at");
  CREATE INDEX "_forms_v_version_version_created_at_idx" ON "record"."_forms_v" USING btree ("version_created_at");
  CREATE INDEX "_forms_v_version_version__status_idx" ON "record"."_forms_v" USING btree ("version__status");
  CREATE INDEX "_forms_v_created_at_idx" ON "record"."_forms_v" USING btree ("created_at");
  CREATE INDEX "_forms_v_updated_at_idx" ON "record"."_forms_v" USING btree ("updated_at");
  CREATE INDEX "_forms_v_latest_idx" ON "record"."_forms_v" USING btree ("latest");
  CREATE INDEX "_forms_v_texts_order_parent" ON "record"."_forms_v_texts" USING btree ("order","parent_id");
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_forms_fk" FOREIGN KEY ("forms_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_forms_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("forms_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "record"."forms_attachments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_steps_fields_options" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_steps_fields_show_if_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_steps_fields" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_steps_show_if_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_at_least_one" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."forms_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_attachments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_steps_fields_options" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_steps_fields_show_if_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_steps_fields" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_steps_show_if_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_version_at_least_one" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."_forms_v_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "record"."forms_attachments" CASCADE;
  DROP TABLE "record"."forms_steps_fields_options" CASCADE;
  DROP TABLE "record"."forms_steps_fields_show_if_rules" CASCADE;
  DROP TABLE "record"."forms_steps_fields" CASCADE;
  DROP TABLE "record"."forms_steps_show_if_rules" CASCADE;
  DROP TABLE "record"."forms_steps" CASCADE;
  DROP TABLE "record"."forms_documents" CASCADE;
  DROP TABLE "record"."forms_at_least_one" CASCADE;
  DROP TABLE "record"."forms" CASCADE;
  DROP TABLE "record"."forms_texts" CASCADE;
  DROP TABLE "record"."_forms_v_version_attachments" CASCADE;
  DROP TABLE "record"."_forms_v_version_steps_fields_options" CASCADE;
  DROP TABLE "record"."_forms_v_version_steps_fields_show_if_rules" CASCADE;
  DROP TABLE "record"."_forms_v_version_steps_fields" CASCADE;
  DROP TABLE "record"."_forms_v_version_steps_show_if_rules" CASCADE;
  DROP TABLE "record"."_forms_v_version_steps" CASCADE;
  DROP TABLE "record"."_forms_v_version_documents" CASCADE;
  DROP TABLE "record"."_forms_v_version_at_least_one" CASCADE;
  DROP TABLE "record"."_forms_v" CASCADE;
  DROP TABLE "record"."_forms_v_texts" CASCADE;
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_forms_fk";
  
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'institution', 'search', 'files', 'staff');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";
  DROP INDEX "record"."payload_locked_documents_rels_forms_id_idx";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "forms_id";
  DROP TYPE "record"."enum_forms_steps_fields_show_if_rules_is";
  DROP TYPE "record"."enum_forms_steps_fields_type";
  DROP TYPE "record"."enum_forms_steps_fields_display";
  DROP TYPE "record"."enum_forms_steps_fields_place";
  DROP TYPE "record"."enum_forms_steps_fields_days";
  DROP TYPE "record"."enum_forms_steps_fields_accepts";
  DROP TYPE "record"."enum_forms_steps_fields_show_if_match";
  DROP TYPE "record"."enum_forms_steps_fields_autocomplete";
  DROP TYPE "record"."enum_forms_steps_show_if_rules_is";
  DROP TYPE "record"."enum_forms_steps_show_if_match";
  DROP TYPE "record"."enum_forms_theme";
  DROP TYPE "record"."enum_forms_signature";
  DROP TYPE "record"."enum_forms_entry_kind";
  DROP TYPE "record"."enum_forms_term_key";
  DROP TYPE "record"."enum_forms_status";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_show_if_rules_is";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_type";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_display";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_place";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_days";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_accepts";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_show_if_match";
  DROP TYPE "record"."enum__forms_v_version_steps_fields_autocomplete";
  DROP TYPE "record"."enum__forms_v_version_steps_show_if_rules_is";
  DROP TYPE "record"."enum__forms_v_version_steps_show_if_match";
  DROP TYPE "record"."enum__forms_v_version_theme";
  DROP TYPE "record"."enum__forms_v_version_signature";
  DROP TYPE "record"."enum__forms_v_version_entry_kind";
  DROP TYPE "record"."enum__forms_v_version_term_key";
  DROP TYPE "record"."enum__forms_v_version_status";`)
}
