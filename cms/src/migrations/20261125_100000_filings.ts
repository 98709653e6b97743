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
  CREATE TYPE "record"."enum_forms_entry_kind" AS ENUM('petition', 'foi', 'foiComplaint', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'application');
  CREATE TYPE "record"."enum_forms_term_key" AS ENUM('petition.answer', 'application.answer', 'attestation.issue', 'foi.answer', 'gdpr.answer', 'taxClearance.issue', 'planningCertificate.issue', 'consultation.proposals');
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
  CREATE TYPE "record"."enum__forms_v_version_entry_kind" AS ENUM('petition', 'foi', 'foiComplaint', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'application');
  CREATE TYPE "record"."enum__forms_v_version_term_key" AS ENUM('petition.answer', 'application.answer', 'attestation.issue', 'foi.answer', 'gdpr.answer', 'taxClearance.issue', 'planningCertificate.issue', 'consultation.proposals');
  CREATE TYPE "record"."enum__forms_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum_registry_direction" AS ENUM('incoming', 'outgoing', 'internal');
  CREATE TYPE "record"."enum_registry_channel" AS ENUM('site', 'counter', 'email', 'post', 'courier', 'exOfficio');
  CREATE TYPE "record"."enum_registry_kind" AS ENUM('petition', 'foi', 'foiComplaint', 'application', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'correspondence', 'invoice', 'contract', 'internalNote', 'answer', 'other');
  CREATE TYPE "record"."enum_registry_correspondent_kind" AS ENUM('person', 'firm', 'authority');
  CREATE TYPE "record"."enum_registry_state" AS ENUM('reserved', 'registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved', 'dispatched', 'closed', 'forwarded', 'withdrawn', 'voided');
  CREATE TYPE "record"."enum_registry_outcome" AS ENUM('favourable', 'partial', 'unfavourable', 'redirected', 'filed');
  CREATE TYPE "record"."enum_registry_dispatched_by" AS ENUM('email', 'post', 'courier', 'counter', 'site');
  ALTER TYPE "record"."enum_staff_roles" ADD VALUE 'foiOfficer' BEFORE 'editor';
  ALTER TYPE "record"."enum_audit_action" ADD VALUE 'read';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'forms' BEFORE 'institution';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'registry';
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
  	"field" varchar,
  	"hint" varchar,
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
  	"department_code" varchar,
  	"entry_kind" "record"."enum_forms_entry_kind" DEFAULT 'application',
  	"term_key" "record"."enum_forms_term_key" DEFAULT 'application.answer',
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
  	"field" varchar,
  	"hint" varchar,
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
  	"version_department_code" varchar,
  	"version_entry_kind" "record"."enum__forms_v_version_entry_kind" DEFAULT 'application',
  	"version_term_key" "record"."enum__forms_v_version_term_key" DEFAULT 'application.answer',
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
  
  CREATE TABLE "record"."registry" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"register_id" integer NOT NULL,
  	"year" numeric NOT NULL,
  	"number" numeric NOT NULL,
  	"registered_at" timestamp(3) with time zone NOT NULL,
  	"received_at" timestamp(3) with time zone,
  	"key" varchar,
  	"code_digest" varchar,
  	"direction" "record"."enum_registry_direction" NOT NULL,
  	"channel" "record"."enum_registry_channel" NOT NULL,
  	"kind" "record"."enum_registry_kind" NOT NULL,
  	"subject" varchar NOT NULL,
  	"correspondent_kind" "record"."enum_registry_correspondent_kind",
  	"correspondent_name" varchar,
  	"correspondent_address" varchar,
  	"correspondent_email" varchar,
  	"correspondent_phone" varchar,
  	"issuer_number" varchar,
  	"issuer_on" timestamp(3) with time zone,
  	"department_id" integer,
  	"responsible_id" integer,
  	"concerns_id" integer,
  	"state" "record"."enum_registry_state" NOT NULL,
  	"state_since" timestamp(3) with time zone,
  	"term" varchar,
  	"due_on" timestamp(3) with time zone,
  	"target_on" timestamp(3) with time zone,
  	"otherwise_on" timestamp(3) with time zone,
  	"term_explanation" varchar,
  	"is_extended" boolean DEFAULT false,
  	"waits" jsonb,
  	"is_confidential" boolean DEFAULT false,
  	"pages" numeric,
  	"annexes" numeric,
  	"file_code" varchar,
  	"notes" varchar,
  	"files" jsonb,
  	"answers_id" integer,
  	"answer_text" varchar,
  	"drafted_by_id" integer,
  	"outcome" "record"."enum_registry_outcome",
  	"outcome_reason" varchar,
  	"dispatched_by" "record"."enum_registry_dispatched_by",
  	"answered_at" timestamp(3) with time zone,
  	"forwarded_to" varchar,
  	"void_reason" varchar,
  	"void_requested_by_id" integer,
  	"reserved_for" varchar,
  	"reserved_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."registry_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"staff_id" integer,
  	"registry_id" integer
  );
  
  CREATE TABLE "record"."filings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"entry_id" integer NOT NULL,
  	"key" varchar NOT NULL,
  	"content_digest" varchar NOT NULL,
  	"form" varchar NOT NULL,
  	"form_version" numeric NOT NULL,
  	"answers" jsonb NOT NULL,
  	"files" jsonb,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."registers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"code" varchar NOT NULL,
  	"is_general" boolean DEFAULT false,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."departments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"code" varchar NOT NULL,
  	"public_name" varchar,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."staff_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"departments_id" integer
  );
  
  CREATE TABLE "record"."working_calendar_bridge_days" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"on" timestamp(3) with time zone NOT NULL,
  	"name" varchar,
  	"basis" varchar NOT NULL
  );
  
  CREATE TABLE "record"."working_calendar" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "forms_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "registry_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "filings_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "registers_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "departments_id" integer;
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
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "record"."registers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "record"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_responsible_id_staff_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_concerns_id_staff_id_fk" FOREIGN KEY ("concerns_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_answers_id_registry_id_fk" FOREIGN KEY ("answers_id") REFERENCES "record"."registry"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_drafted_by_id_staff_id_fk" FOREIGN KEY ("drafted_by_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry" ADD CONSTRAINT "registry_void_requested_by_id_staff_id_fk" FOREIGN KEY ("void_requested_by_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."registry_rels" ADD CONSTRAINT "registry_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."registry"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."registry_rels" ADD CONSTRAINT "registry_rels_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."registry_rels" ADD CONSTRAINT "registry_rels_registry_fk" FOREIGN KEY ("registry_id") REFERENCES "record"."registry"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."filings" ADD CONSTRAINT "filings_entry_id_registry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "record"."registry"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."staff_rels" ADD CONSTRAINT "staff_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."staff_rels" ADD CONSTRAINT "staff_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "record"."departments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."working_calendar_bridge_days" ADD CONSTRAINT "working_calendar_bridge_days_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."working_calendar"("id") ON DELETE cascade ON UPDATE no action;
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
  CREATE INDEX "registry_register_idx" ON "record"."registry" USING btree ("register_id");
  CREATE INDEX "registry_registered_at_idx" ON "record"."registry" USING btree ("registered_at");
  CREATE UNIQUE INDEX "registry_key_idx" ON "record"."registry" USING btree ("key");
  CREATE INDEX "registry_department_idx" ON "record"."registry" USING btree ("department_id");
  CREATE INDEX "registry_responsible_idx" ON "record"."registry" USING btree ("responsible_id");
  CREATE INDEX "registry_concerns_idx" ON "record"."registry" USING btree ("concerns_id");
  CREATE INDEX "registry_answers_idx" ON "record"."registry" USING btree ("answers_id");
  CREATE INDEX "registry_drafted_by_idx" ON "record"."registry" USING btree ("drafted_by_id");
  CREATE INDEX "registry_void_requested_by_idx" ON "record"."registry" USING btree ("void_requested_by_id");
  CREATE INDEX "registry_updated_at_idx" ON "record"."registry" USING btree ("updated_at");
  CREATE INDEX "registry_created_at_idx" ON "record"."registry" USING btree ("created_at");
  CREATE UNIQUE INDEX "register_year_number_idx" ON "record"."registry" USING btree ("register_id","year","number");
  CREATE INDEX "registry_rels_order_idx" ON "record"."registry_rels" USING btree ("order");
  CREATE INDEX "registry_rels_parent_idx" ON "record"."registry_rels" USING btree ("parent_id");
  CREATE INDEX "registry_rels_path_idx" ON "record"."registry_rels" USING btree ("path");
  CREATE INDEX "registry_rels_staff_id_idx" ON "record"."registry_rels" USING btree ("staff_id");
  CREATE INDEX "registry_rels_registry_id_idx" ON "record"."registry_rels" USING btree ("registry_id");
  CREATE INDEX "filings_entry_idx" ON "record"."filings" USING btree ("entry_id");
  CREATE UNIQUE INDEX "filings_key_idx" ON "record"."filings" USING btree ("key");
  CREATE INDEX "filings_form_idx" ON "record"."filings" USING btree ("form");
  CREATE INDEX "filings_updated_at_idx" ON "record"."filings" USING btree ("updated_at");
  CREATE INDEX "filings_created_at_idx" ON "record"."filings" USING btree ("created_at");
  CREATE UNIQUE INDEX "registers_name_idx" ON "record"."registers" USING btree ("name");
  CREATE UNIQUE INDEX "registers_code_idx" ON "record"."registers" USING btree ("code");
  CREATE INDEX "registers_updated_at_idx" ON "record"."registers" USING btree ("updated_at");
  CREATE INDEX "registers_created_at_idx" ON "record"."registers" USING btree ("created_at");
  CREATE UNIQUE INDEX "departments_name_idx" ON "record"."departments" USING btree ("name");
  CREATE UNIQUE INDEX "departments_code_idx" ON "record"."departments" USING btree ("code");
  CREATE INDEX "departments_updated_at_idx" ON "record"."departments" USING btree ("updated_at");
  CREATE INDEX "departments_created_at_idx" ON "record"."departments" USING btree ("created_at");
  CREATE INDEX "staff_rels_order_idx" ON "record"."staff_rels" USING btree ("order");
  CREATE INDEX "staff_rels_parent_idx" ON "record"."staff_rels" USING btree ("parent_id");
  CREATE INDEX "staff_rels_path_idx" ON "record"."staff_rels" USING btree ("path");
  CREATE INDEX "staff_rels_departments_id_idx" ON "record"."staff_rels" USING btree ("departments_id");
  CREATE INDEX "working_calendar_bridge_days_order_idx" ON "record"."working_calendar_bridge_days" USING btree ("_order");
  CREATE INDEX "working_calendar_bridge_days_parent_id_idx" ON "record"."working_calendar_bridge_days" USING btree ("_parent_id");
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_forms_fk" FOREIGN KEY ("forms_id") REFERENCES "record"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_registry_fk" FOREIGN KEY ("registry_id") REFERENCES "record"."registry"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_filings_fk" FOREIGN KEY ("filings_id") REFERENCES "record"."filings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_registers_fk" FOREIGN KEY ("registers_id") REFERENCES "record"."registers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "record"."departments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_forms_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("forms_id");
  CREATE INDEX "payload_locked_documents_rels_registry_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("registry_id");
  CREATE INDEX "payload_locked_documents_rels_filings_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("filings_id");
  CREATE INDEX "payload_locked_documents_rels_registers_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("registers_id");
  CREATE INDEX "payload_locked_documents_rels_departments_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("departments_id");`)
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
  ALTER TABLE "record"."registry" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."registry_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."filings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."registers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."departments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."staff_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."working_calendar_bridge_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."working_calendar" DISABLE ROW LEVEL SECURITY;
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
  DROP TABLE "record"."registry" CASCADE;
  DROP TABLE "record"."registry_rels" CASCADE;
  DROP TABLE "record"."filings" CASCADE;
  DROP TABLE "record"."registers" CASCADE;
  DROP TABLE "record"."departments" CASCADE;
  DROP TABLE "record"."staff_rels" CASCADE;
  DROP TABLE "record"."working_calendar_bridge_days" CASCADE;
  DROP TABLE "record"."working_calendar" CASCADE;
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_forms_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_registry_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_filings_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_registers_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_departments_fk";
  
  ALTER TABLE "record"."staff_roles" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "record"."enum_staff_roles";
  CREATE TYPE "record"."enum_staff_roles" AS ENUM('registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor', 'admin', 'auditor');
  ALTER TABLE "record"."staff_roles" ALTER COLUMN "value" SET DATA TYPE "record"."enum_staff_roles" USING "value"::"record"."enum_staff_roles";
  ALTER TABLE "record"."audit" ALTER COLUMN "action" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_action";
  CREATE TYPE "record"."enum_audit_action" AS ENUM('create', 'update', 'saveDraft', 'publish', 'unpublish', 'delete', 'signIn');
  ALTER TABLE "record"."audit" ALTER COLUMN "action" SET DATA TYPE "record"."enum_audit_action" USING "action"::"record"."enum_audit_action";
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'institution', 'search', 'files', 'staff');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";
  DROP INDEX "record"."payload_locked_documents_rels_forms_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_registry_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_filings_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_registers_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_departments_id_idx";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "forms_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "registry_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "filings_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "registers_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "departments_id";
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
  DROP TYPE "record"."enum__forms_v_version_status";
  DROP TYPE "record"."enum_registry_direction";
  DROP TYPE "record"."enum_registry_channel";
  DROP TYPE "record"."enum_registry_kind";
  DROP TYPE "record"."enum_registry_correspondent_kind";
  DROP TYPE "record"."enum_registry_state";
  DROP TYPE "record"."enum_registry_outcome";
  DROP TYPE "record"."enum_registry_dispatched_by";`)
}
