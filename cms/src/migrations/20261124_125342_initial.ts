import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE SCHEMA IF NOT EXISTS "record";
   CREATE TYPE "record"."enum_acts_relations_kind" AS ENUM('amends', 'completes', 'repeals', 'repealsPartially', 'replaces', 'republishes', 'suspends', 'extends', 'rectifies', 'implements', 'cites', 'annexOf', 'revokes');
  CREATE TYPE "record"."enum_acts_kind" AS ENUM('decision', 'order');
  CREATE TYPE "record"."enum_acts_character" AS ENUM('normative', 'individual');
  CREATE TYPE "record"."enum_acts_topic" AS ENUM('administration', 'agriculture', 'budget', 'culture', 'education', 'environment', 'investments', 'property', 'social', 'taxes', 'transport', 'urbanism', 'utilities');
  CREATE TYPE "record"."enum_acts_ended_kind" AS ENUM('repealed', 'annulledByCourt', 'revoked', 'lapsed', 'nonexistent');
  CREATE TYPE "record"."enum_acts_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum__acts_v_version_relations_kind" AS ENUM('amends', 'completes', 'repeals', 'repealsPartially', 'replaces', 'republishes', 'suspends', 'extends', 'rectifies', 'implements', 'cites', 'annexOf', 'revokes');
  CREATE TYPE "record"."enum__acts_v_version_kind" AS ENUM('decision', 'order');
  CREATE TYPE "record"."enum__acts_v_version_character" AS ENUM('normative', 'individual');
  CREATE TYPE "record"."enum__acts_v_version_topic" AS ENUM('administration', 'agriculture', 'budget', 'culture', 'education', 'environment', 'investments', 'property', 'social', 'taxes', 'transport', 'urbanism', 'utilities');
  CREATE TYPE "record"."enum__acts_v_version_ended_kind" AS ENUM('repealed', 'annulledByCourt', 'revoked', 'lapsed', 'nonexistent');
  CREATE TYPE "record"."enum__acts_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum_announcements_category" AS ENUM('agriculture', 'auction', 'consultation', 'culture', 'emergency', 'environment', 'general', 'hiring', 'landSale', 'marriage', 'social', 'taxes', 'urbanism', 'utilities', 'works');
  CREATE TYPE "record"."enum_announcements_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum__announcements_v_version_category" AS ENUM('agriculture', 'auction', 'consultation', 'culture', 'emergency', 'environment', 'general', 'hiring', 'landSale', 'marriage', 'social', 'taxes', 'urbanism', 'utilities', 'works');
  CREATE TYPE "record"."enum__announcements_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum_documents_type" AS ENUM('statute', 'procedure', 'decisionRegister', 'draftDecisionRegister', 'orderRegister', 'draftOrderRegister', 'budget', 'budgetRevision', 'budgetExecution', 'publicDebt', 'investmentProgramme', 'refusalRegister', 'proposalRegister', 'publicInterestNotice', 'draftNotice', 'summaryMinutes', 'minutes', 'marriageNotice', 'regulation', 'report', 'strategy', 'organisation', 'procurement', 'other');
  CREATE TYPE "record"."enum_documents_gazette_section" AS ENUM('statute', 'procedures', 'decisions', 'orders', 'finances', 'other', 'none');
  CREATE TYPE "record"."enum_documents_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum__documents_v_version_type" AS ENUM('statute', 'procedure', 'decisionRegister', 'draftDecisionRegister', 'orderRegister', 'draftOrderRegister', 'budget', 'budgetRevision', 'budgetExecution', 'publicDebt', 'investmentProgramme', 'refusalRegister', 'proposalRegister', 'publicInterestNotice', 'draftNotice', 'summaryMinutes', 'minutes', 'marriageNotice', 'regulation', 'report', 'strategy', 'organisation', 'procurement', 'other');
  CREATE TYPE "record"."enum__documents_v_version_gazette_section" AS ENUM('statute', 'procedures', 'decisions', 'orders', 'finances', 'other', 'none');
  CREATE TYPE "record"."enum__documents_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum_pages_section" AS ENUM('townHall', 'commune', 'site');
  CREATE TYPE "record"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum__pages_v_version_section" AS ENUM('townHall', 'commune', 'site');
  CREATE TYPE "record"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "record"."enum_staff_roles" AS ENUM('registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor', 'admin', 'auditor');
  CREATE TYPE "record"."enum_audit_action" AS ENUM('create', 'update', 'saveDraft', 'publish', 'unpublish', 'delete', 'signIn');
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'institution', 'files', 'staff');
  CREATE TABLE "record"."acts_annexes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar
  );
  
  CREATE TABLE "record"."acts_signatures" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"office" varchar,
  	"name" varchar
  );
  
  CREATE TABLE "record"."acts_relations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "record"."enum_acts_relations_kind",
  	"act_id" integer,
  	"target" varchar,
  	"effective_on" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."acts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "record"."enum_acts_kind" DEFAULT 'decision',
  	"number" numeric,
  	"adopted_on" timestamp(3) with time zone,
  	"title" varchar,
  	"character" "record"."enum_acts_character" DEFAULT 'normative',
  	"topic" "record"."enum_acts_topic",
  	"body" jsonb,
  	"publication_copy_id" integer,
  	"signed_original_id" integer,
  	"publication_copy_checked" boolean,
  	"votes_for" numeric,
  	"votes_against" numeric,
  	"votes_abstained" numeric,
  	"in_force_from" timestamp(3) with time zone,
  	"ended_kind" "record"."enum_acts_ended_kind",
  	"ended_on" timestamp(3) with time zone,
  	"communicated_to_prefect_on" timestamp(3) with time zone,
  	"take_down_reason" varchar,
  	"year" numeric,
  	"published_on" timestamp(3) with time zone,
  	"publish_at" timestamp(3) with time zone,
  	"take_down_at" timestamp(3) with time zone,
  	"former_slugs" jsonb,
  	"source_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "record"."enum_acts_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "record"."acts_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "record"."_acts_v_version_annexes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_acts_v_version_signatures" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"office" varchar,
  	"name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_acts_v_version_relations" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "record"."enum__acts_v_version_relations_kind",
  	"act_id" integer,
  	"target" varchar,
  	"effective_on" timestamp(3) with time zone,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_acts_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_kind" "record"."enum__acts_v_version_kind" DEFAULT 'decision',
  	"version_number" numeric,
  	"version_adopted_on" timestamp(3) with time zone,
  	"version_title" varchar,
  	"version_character" "record"."enum__acts_v_version_character" DEFAULT 'normative',
  	"version_topic" "record"."enum__acts_v_version_topic",
  	"version_body" jsonb,
  	"version_publication_copy_id" integer,
  	"version_signed_original_id" integer,
  	"version_publication_copy_checked" boolean,
  	"version_votes_for" numeric,
  	"version_votes_against" numeric,
  	"version_votes_abstained" numeric,
  	"version_in_force_from" timestamp(3) with time zone,
  	"version_ended_kind" "record"."enum__acts_v_version_ended_kind",
  	"version_ended_on" timestamp(3) with time zone,
  	"version_communicated_to_prefect_on" timestamp(3) with time zone,
  	"version_take_down_reason" varchar,
  	"version_year" numeric,
  	"version_published_on" timestamp(3) with time zone,
  	"version_publish_at" timestamp(3) with time zone,
  	"version_take_down_at" timestamp(3) with time zone,
  	"version_former_slugs" jsonb,
  	"version_source_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "record"."enum__acts_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "record"."_acts_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "record"."announcements_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar
  );
  
  CREATE TABLE "record"."announcements" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"category" "record"."enum_announcements_category" DEFAULT 'general',
  	"due_on" timestamp(3) with time zone,
  	"lead" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"published_on" timestamp(3) with time zone,
  	"publish_at" timestamp(3) with time zone,
  	"take_down_at" timestamp(3) with time zone,
  	"former_slugs" jsonb,
  	"source_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "record"."enum_announcements_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "record"."_announcements_v_version_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_announcements_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_category" "record"."enum__announcements_v_version_category" DEFAULT 'general',
  	"version_due_on" timestamp(3) with time zone,
  	"version_lead" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version_published_on" timestamp(3) with time zone,
  	"version_publish_at" timestamp(3) with time zone,
  	"version_take_down_at" timestamp(3) with time zone,
  	"version_former_slugs" jsonb,
  	"version_source_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "record"."enum__announcements_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "record"."documents_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar
  );
  
  CREATE TABLE "record"."documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"type" "record"."enum_documents_type" DEFAULT 'other',
  	"document_on" timestamp(3) with time zone,
  	"gazette_section" "record"."enum_documents_gazette_section",
  	"lead" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"published_on" timestamp(3) with time zone,
  	"publish_at" timestamp(3) with time zone,
  	"take_down_at" timestamp(3) with time zone,
  	"former_slugs" jsonb,
  	"source_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "record"."enum_documents_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "record"."_documents_v_version_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_documents_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_type" "record"."enum__documents_v_version_type" DEFAULT 'other',
  	"version_document_on" timestamp(3) with time zone,
  	"version_gazette_section" "record"."enum__documents_v_version_gazette_section",
  	"version_lead" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version_published_on" timestamp(3) with time zone,
  	"version_publish_at" timestamp(3) with time zone,
  	"version_take_down_at" timestamp(3) with time zone,
  	"version_former_slugs" jsonb,
  	"version_source_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "record"."enum__documents_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "record"."pages_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar
  );
  
  CREATE TABLE "record"."pages" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"section" "record"."enum_pages_section" DEFAULT 'townHall',
  	"order" numeric DEFAULT 100,
  	"lead" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"published_on" timestamp(3) with time zone,
  	"publish_at" timestamp(3) with time zone,
  	"take_down_at" timestamp(3) with time zone,
  	"former_slugs" jsonb,
  	"source_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "record"."enum_pages_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "record"."_pages_v_version_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_id" integer,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_pages_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_section" "record"."enum__pages_v_version_section" DEFAULT 'townHall',
  	"version_order" numeric DEFAULT 100,
  	"version_lead" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version_published_on" timestamp(3) with time zone,
  	"version_publish_at" timestamp(3) with time zone,
  	"version_take_down_at" timestamp(3) with time zone,
  	"version_former_slugs" jsonb,
  	"version_source_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "record"."enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "record"."files" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"sha256" varchar,
  	"pages" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "record"."staff_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "record"."enum_staff_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "record"."staff_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "record"."staff" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"last_sign_in_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."audit" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"actor_name" varchar NOT NULL,
  	"actor_id" varchar,
  	"action" "record"."enum_audit_action" NOT NULL,
  	"noun" "record"."enum_audit_noun" NOT NULL,
  	"record_id" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"revision" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "record"."payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"acts_id" integer,
  	"announcements_id" integer,
  	"documents_id" integer,
  	"pages_id" integer,
  	"files_id" integer,
  	"staff_id" integer,
  	"audit_id" integer
  );
  
  CREATE TABLE "record"."payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"staff_id" integer
  );
  
  CREATE TABLE "record"."payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."institution_villages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"siruta" varchar,
  	"postal_code" varchar,
  	"is_seat" boolean
  );
  
  CREATE TABLE "record"."institution_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"days" varchar NOT NULL,
  	"hours" varchar NOT NULL
  );
  
  CREATE TABLE "record"."institution_audience_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"office" varchar NOT NULL,
  	"when" varchar NOT NULL
  );
  
  CREATE TABLE "record"."institution_officials" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"office" varchar NOT NULL,
  	"name" varchar NOT NULL
  );
  
  CREATE TABLE "record"."institution_menu" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"path" varchar NOT NULL
  );
  
  CREATE TABLE "record"."institution" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"town_hall_name" varchar NOT NULL,
  	"council_name" varchar NOT NULL,
  	"county" varchar NOT NULL,
  	"siruta" varchar,
  	"nuts" varchar,
  	"councillor_seats" numeric,
  	"emblem_svg" varchar,
  	"is_sample" boolean,
  	"address_street" varchar,
  	"address_postal_code" varchar,
  	"address_locality" varchar,
  	"email" varchar,
  	"accessibility_contact" varchar,
  	"data_protection_contact" varchar,
  	"alert_text" varchar,
  	"alert_path" varchar,
  	"alert_updated_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."institution_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "record"."_institution_v_version_villages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"siruta" varchar,
  	"postal_code" varchar,
  	"is_seat" boolean,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_institution_v_version_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"days" varchar NOT NULL,
  	"hours" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_institution_v_version_audience_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"office" varchar NOT NULL,
  	"when" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_institution_v_version_officials" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"office" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_institution_v_version_menu" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "record"."_institution_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_name" varchar NOT NULL,
  	"version_town_hall_name" varchar NOT NULL,
  	"version_council_name" varchar NOT NULL,
  	"version_county" varchar NOT NULL,
  	"version_siruta" varchar,
  	"version_nuts" varchar,
  	"version_councillor_seats" numeric,
  	"version_emblem_svg" varchar,
  	"version_is_sample" boolean,
  	"version_address_street" varchar,
  	"version_address_postal_code" varchar,
  	"version_address_locality" varchar,
  	"version_email" varchar,
  	"version_accessibility_contact" varchar,
  	"version_data_protection_contact" varchar,
  	"version_alert_text" varchar,
  	"version_alert_path" varchar,
  	"version_alert_updated_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."_institution_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "record"."acts_annexes" ADD CONSTRAINT "acts_annexes_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."acts_annexes" ADD CONSTRAINT "acts_annexes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."acts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."acts_signatures" ADD CONSTRAINT "acts_signatures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."acts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."acts_relations" ADD CONSTRAINT "acts_relations_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "record"."acts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."acts_relations" ADD CONSTRAINT "acts_relations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."acts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."acts" ADD CONSTRAINT "acts_publication_copy_id_files_id_fk" FOREIGN KEY ("publication_copy_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."acts" ADD CONSTRAINT "acts_signed_original_id_files_id_fk" FOREIGN KEY ("signed_original_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."acts_texts" ADD CONSTRAINT "acts_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."acts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_version_annexes" ADD CONSTRAINT "_acts_v_version_annexes_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_version_annexes" ADD CONSTRAINT "_acts_v_version_annexes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_acts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_version_signatures" ADD CONSTRAINT "_acts_v_version_signatures_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_acts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_version_relations" ADD CONSTRAINT "_acts_v_version_relations_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "record"."acts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_version_relations" ADD CONSTRAINT "_acts_v_version_relations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_acts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_acts_v" ADD CONSTRAINT "_acts_v_parent_id_acts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."acts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_acts_v" ADD CONSTRAINT "_acts_v_version_publication_copy_id_files_id_fk" FOREIGN KEY ("version_publication_copy_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_acts_v" ADD CONSTRAINT "_acts_v_version_signed_original_id_files_id_fk" FOREIGN KEY ("version_signed_original_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_acts_v_texts" ADD CONSTRAINT "_acts_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."_acts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."announcements_attachments" ADD CONSTRAINT "announcements_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."announcements_attachments" ADD CONSTRAINT "announcements_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."announcements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_announcements_v_version_attachments" ADD CONSTRAINT "_announcements_v_version_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_announcements_v_version_attachments" ADD CONSTRAINT "_announcements_v_version_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_announcements_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_announcements_v" ADD CONSTRAINT "_announcements_v_parent_id_announcements_id_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."announcements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."documents_attachments" ADD CONSTRAINT "documents_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."documents_attachments" ADD CONSTRAINT "documents_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_documents_v_version_attachments" ADD CONSTRAINT "_documents_v_version_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_documents_v_version_attachments" ADD CONSTRAINT "_documents_v_version_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_documents_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_documents_v" ADD CONSTRAINT "_documents_v_parent_id_documents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."pages_attachments" ADD CONSTRAINT "pages_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."pages_attachments" ADD CONSTRAINT "pages_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_pages_v_version_attachments" ADD CONSTRAINT "_pages_v_version_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "record"."files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."_pages_v_version_attachments" ADD CONSTRAINT "_pages_v_version_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."staff_roles" ADD CONSTRAINT "staff_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."staff_sessions" ADD CONSTRAINT "staff_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_acts_fk" FOREIGN KEY ("acts_id") REFERENCES "record"."acts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_announcements_fk" FOREIGN KEY ("announcements_id") REFERENCES "record"."announcements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_documents_fk" FOREIGN KEY ("documents_id") REFERENCES "record"."documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "record"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_files_fk" FOREIGN KEY ("files_id") REFERENCES "record"."files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_audit_fk" FOREIGN KEY ("audit_id") REFERENCES "record"."audit"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "record"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_villages" ADD CONSTRAINT "institution_villages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_hours" ADD CONSTRAINT "institution_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_audience_hours" ADD CONSTRAINT "institution_audience_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_officials" ADD CONSTRAINT "institution_officials_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_menu" ADD CONSTRAINT "institution_menu_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."institution_texts" ADD CONSTRAINT "institution_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."institution"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_version_villages" ADD CONSTRAINT "_institution_v_version_villages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_version_hours" ADD CONSTRAINT "_institution_v_version_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_version_audience_hours" ADD CONSTRAINT "_institution_v_version_audience_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_version_officials" ADD CONSTRAINT "_institution_v_version_officials_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_version_menu" ADD CONSTRAINT "_institution_v_version_menu_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."_institution_v_texts" ADD CONSTRAINT "_institution_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."_institution_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "acts_annexes_order_idx" ON "record"."acts_annexes" USING btree ("_order");
  CREATE INDEX "acts_annexes_parent_id_idx" ON "record"."acts_annexes" USING btree ("_parent_id");
  CREATE INDEX "acts_annexes_file_idx" ON "record"."acts_annexes" USING btree ("file_id");
  CREATE INDEX "acts_signatures_order_idx" ON "record"."acts_signatures" USING btree ("_order");
  CREATE INDEX "acts_signatures_parent_id_idx" ON "record"."acts_signatures" USING btree ("_parent_id");
  CREATE INDEX "acts_relations_order_idx" ON "record"."acts_relations" USING btree ("_order");
  CREATE INDEX "acts_relations_parent_id_idx" ON "record"."acts_relations" USING btree ("_parent_id");
  CREATE INDEX "acts_relations_act_idx" ON "record"."acts_relations" USING btree ("act_id");
  CREATE INDEX "acts_kind_idx" ON "record"."acts" USING btree ("kind");
  CREATE INDEX "acts_number_idx" ON "record"."acts" USING btree ("number");
  CREATE INDEX "acts_adopted_on_idx" ON "record"."acts" USING btree ("adopted_on");
  CREATE INDEX "acts_publication_copy_idx" ON "record"."acts" USING btree ("publication_copy_id");
  CREATE INDEX "acts_signed_original_idx" ON "record"."acts" USING btree ("signed_original_id");
  CREATE INDEX "acts_year_idx" ON "record"."acts" USING btree ("year");
  CREATE INDEX "acts_publish_at_idx" ON "record"."acts" USING btree ("publish_at");
  CREATE INDEX "acts_take_down_at_idx" ON "record"."acts" USING btree ("take_down_at");
  CREATE UNIQUE INDEX "acts_source_id_idx" ON "record"."acts" USING btree ("source_id");
  CREATE INDEX "acts_updated_at_idx" ON "record"."acts" USING btree ("updated_at");
  CREATE INDEX "acts_created_at_idx" ON "record"."acts" USING btree ("created_at");
  CREATE INDEX "acts__status_idx" ON "record"."acts" USING btree ("_status");
  CREATE UNIQUE INDEX "kind_year_number_idx" ON "record"."acts" USING btree ("kind","year","number");
  CREATE INDEX "acts_texts_order_parent" ON "record"."acts_texts" USING btree ("order","parent_id");
  CREATE INDEX "_acts_v_version_annexes_order_idx" ON "record"."_acts_v_version_annexes" USING btree ("_order");
  CREATE INDEX "_acts_v_version_annexes_parent_id_idx" ON "record"."_acts_v_version_annexes" USING btree ("_parent_id");
  CREATE INDEX "_acts_v_version_annexes_file_idx" ON "record"."_acts_v_version_annexes" USING btree ("file_id");
  CREATE INDEX "_acts_v_version_signatures_order_idx" ON "record"."_acts_v_version_signatures" USING btree ("_order");
  CREATE INDEX "_acts_v_version_signatures_parent_id_idx" ON "record"."_acts_v_version_signatures" USING btree ("_parent_id");
  CREATE INDEX "_acts_v_version_relations_order_idx" ON "record"."_acts_v_version_relations" USING btree ("_order");
  CREATE INDEX "_acts_v_version_relations_parent_id_idx" ON "record"."_acts_v_version_relations" USING btree ("_parent_id");
  CREATE INDEX "_acts_v_version_relations_act_idx" ON "record"."_acts_v_version_relations" USING btree ("act_id");
  CREATE INDEX "_acts_v_parent_idx" ON "record"."_acts_v" USING btree ("parent_id");
  CREATE INDEX "_acts_v_version_version_kind_idx" ON "record"."_acts_v" USING btree ("version_kind");
  CREATE INDEX "_acts_v_version_version_number_idx" ON "record"."_acts_v" USING btree ("version_number");
  CREATE INDEX "_acts_v_version_version_adopted_on_idx" ON "record"."_acts_v" USING btree ("version_adopted_on");
  CREATE INDEX "_acts_v_version_version_publication_copy_idx" ON "record"."_acts_v" USING btree ("version_publication_copy_id");
  CREATE INDEX "_acts_v_version_version_signed_original_idx" ON "record"."_acts_v" USING btree ("version_signed_original_id");
  CREATE INDEX "_acts_v_version_version_year_idx" ON "record"."_acts_v" USING btree ("version_year");
  CREATE INDEX "_acts_v_version_version_publish_at_idx" ON "record"."_acts_v" USING btree ("version_publish_at");
  CREATE INDEX "_acts_v_version_version_take_down_at_idx" ON "record"."_acts_v" USING btree ("version_take_down_at");
  CREATE INDEX "_acts_v_version_version_source_id_idx" ON "record"."_acts_v" USING btree ("version_source_id");
  CREATE INDEX "_acts_v_version_version_updated_at_idx" ON "record"."_acts_v" USING btree ("version_updated_at");
  CREATE INDEX "_acts_v_version_version_created_at_idx" ON "record"."_acts_v" USING btree ("version_created_at");
  CREATE INDEX "_acts_v_version_version__status_idx" ON "record"."_acts_v" USING btree ("version__status");
  CREATE INDEX "_acts_v_created_at_idx" ON "record"."_acts_v" USING btree ("created_at");
  CREATE INDEX "_acts_v_updated_at_idx" ON "record"."_acts_v" USING btree ("updated_at");
  CREATE INDEX "_acts_v_latest_idx" ON "record"."_acts_v" USING btree ("latest");
  CREATE INDEX "version_kind_version_year_version_number_idx" ON "record"."_acts_v" USING btree ("version_kind","version_year","version_number");
  CREATE INDEX "_acts_v_texts_order_parent" ON "record"."_acts_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "announcements_attachments_order_idx" ON "record"."announcements_attachments" USING btree ("_order");
  CREATE INDEX "announcements_attachments_parent_id_idx" ON "record"."announcements_attachments" USING btree ("_parent_id");
  CREATE INDEX "announcements_attachments_file_idx" ON "record"."announcements_attachments" USING btree ("file_id");
  CREATE INDEX "announcements_category_idx" ON "record"."announcements" USING btree ("category");
  CREATE INDEX "announcements_due_on_idx" ON "record"."announcements" USING btree ("due_on");
  CREATE UNIQUE INDEX "announcements_slug_idx" ON "record"."announcements" USING btree ("slug");
  CREATE INDEX "announcements_publish_at_idx" ON "record"."announcements" USING btree ("publish_at");
  CREATE INDEX "announcements_take_down_at_idx" ON "record"."announcements" USING btree ("take_down_at");
  CREATE UNIQUE INDEX "announcements_source_id_idx" ON "record"."announcements" USING btree ("source_id");
  CREATE INDEX "announcements_updated_at_idx" ON "record"."announcements" USING btree ("updated_at");
  CREATE INDEX "announcements_created_at_idx" ON "record"."announcements" USING btree ("created_at");
  CREATE INDEX "announcements__status_idx" ON "record"."announcements" USING btree ("_status");
  CREATE INDEX "_announcements_v_version_attachments_order_idx" ON "record"."_announcements_v_version_attachments" USING btree ("_order");
  CREATE INDEX "_announcements_v_version_attachments_parent_id_idx" ON "record"."_announcements_v_version_attachments" USING btree ("_parent_id");
  CREATE INDEX "_announcements_v_version_attachments_file_idx" ON "record"."_announcements_v_version_attachments" USING btree ("file_id");
  CREATE INDEX "_announcements_v_parent_idx" ON "record"."_announcements_v" USING btree ("parent_id");
  CREATE INDEX "_announcements_v_version_version_category_idx" ON "record"."_announcements_v" USING btree ("version_category");
  CREATE INDEX "_announcements_v_version_version_due_on_idx" ON "record"."_announcements_v" USING btree ("version_due_on");
  CREATE INDEX "_announcements_v_version_version_slug_idx" ON "record"."_announcements_v" USING btree ("version_slug");
  CREATE INDEX "_announcements_v_version_version_publish_at_idx" ON "record"."_announcements_v" USING btree ("version_publish_at");
  CREATE INDEX "_announcements_v_version_version_take_down_at_idx" ON "record"."_announcements_v" USING btree ("version_take_down_at");
  CREATE INDEX "_announcements_v_version_version_source_id_idx" ON "record"."_announcements_v" USING btree ("version_source_id");
  CREATE INDEX "_announcements_v_version_version_updated_at_idx" ON "record"."_announcements_v" USING btree ("version_updated_at");
  CREATE INDEX "_announcements_v_version_version_created_at_idx" ON "record"."_announcements_v" USING btree ("version_created_at");
  CREATE INDEX "_announcements_v_version_version__status_idx" ON "record"."_announcements_v" USING btree ("version__status");
  CREATE INDEX "_announcements_v_created_at_idx" ON "record"."_announcements_v" USING btree ("created_at");
  CREATE INDEX "_announcements_v_updated_at_idx" ON "record"."_announcements_v" USING btree ("updated_at");
  CREATE INDEX "_announcements_v_latest_idx" ON "record"."_announcements_v" USING btree ("latest");
  CREATE INDEX "documents_attachments_order_idx" ON "record"."documents_attachments" USING btree ("_order");
  CREATE INDEX "documents_attachments_parent_id_idx" ON "record"."documents_attachments" USING btree ("_parent_id");
  CREATE INDEX "documents_attachments_file_idx" ON "record"."documents_attachments" USING btree ("file_id");
  CREATE INDEX "documents_type_idx" ON "record"."documents" USING btree ("type");
  CREATE INDEX "documents_document_on_idx" ON "record"."documents" USING btree ("document_on");
  CREATE UNIQUE INDEX "documents_slug_idx" ON "record"."documents" USING btree ("slug");
  CREATE INDEX "documents_publish_at_idx" ON "record"."documents" USING btree ("publish_at");
  CREATE INDEX "documents_take_down_at_idx" ON "record"."documents" USING btree ("take_down_at");
  CREATE UNIQUE INDEX "documents_source_id_idx" ON "record"."documents" USING btree ("source_id");
  CREATE INDEX "documents_updated_at_idx" ON "record"."documents" USING btree ("updated_at");
  CREATE INDEX "documents_created_at_idx" ON "record"."documents" USING btree ("created_at");
  CREATE INDEX "documents__status_idx" ON "record"."documents" USING btree ("_status");
  CREATE INDEX "_documents_v_version_attachments_order_idx" ON "record"."_documents_v_version_attachments" USING btree ("_order");
  CREATE INDEX "_documents_v_version_attachments_parent_id_idx" ON "record"."_documents_v_version_attachments" USING btree ("_parent_id");
  CREATE INDEX "_documents_v_version_attachments_file_idx" ON "record"."_documents_v_version_attachments" USING btree ("file_id");
  CREATE INDEX "_documents_v_parent_idx" ON "record"."_documents_v" USING btree ("parent_id");
  CREATE INDEX "_documents_v_version_version_type_idx" ON "record"."_documents_v" USING btree ("version_type");
  CREATE INDEX "_documents_v_version_version_document_on_idx" ON "record"."_documents_v" USING btree ("version_document_on");
  CREATE INDEX "_documents_v_version_version_slug_idx" ON "record"."_documents_v" USING btree ("version_slug");
  CREATE INDEX "_documents_v_version_version_publish_at_idx" ON "record"."_documents_v" USING btree ("version_publish_at");
  CREATE INDEX "_documents_v_version_version_take_down_at_idx" ON "record"."_documents_v" USING btree ("version_take_down_at");
  CREATE INDEX "_documents_v_version_version_source_id_idx" ON "record"."_documents_v" USING btree ("version_source_id");
  CREATE INDEX "_documents_v_version_version_updated_at_idx" ON "record"."_documents_v" USING btree ("version_updated_at");
  CREATE INDEX "_documents_v_version_version_created_at_idx" ON "record"."_documents_v" USING btree ("version_created_at");
  CREATE INDEX "_documents_v_version_version__status_idx" ON "record"."_documents_v" USING btree ("version__status");
  CREATE INDEX "_documents_v_created_at_idx" ON "record"."_documents_v" USING btree ("created_at");
  CREATE INDEX "_documents_v_updated_at_idx" ON "record"."_documents_v" USING btree ("updated_at");
  CREATE INDEX "_documents_v_latest_idx" ON "record"."_documents_v" USING btree ("latest");
  CREATE INDEX "pages_attachments_order_idx" ON "record"."pages_attachments" USING btree ("_order");
  CREATE INDEX "pages_attachments_parent_id_idx" ON "record"."pages_attachments" USING btree ("_parent_id");
  CREATE INDEX "pages_attachments_file_idx" ON "record"."pages_attachments" USING btree ("file_id");
  CREATE UNIQUE INDEX "pages_slug_idx" ON "record"."pages" USING btree ("slug");
  CREATE INDEX "pages_publish_at_idx" ON "record"."pages" USING btree ("publish_at");
  CREATE INDEX "pages_take_down_at_idx" ON "record"."pages" USING btree ("take_down_at");
  CREATE UNIQUE INDEX "pages_source_id_idx" ON "record"."pages" USING btree ("source_id");
  CREATE INDEX "pages_updated_at_idx" ON "record"."pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "record"."pages" USING btree ("created_at");
  CREATE INDEX "pages__status_idx" ON "record"."pages" USING btree ("_status");
  CREATE INDEX "_pages_v_version_attachments_order_idx" ON "record"."_pages_v_version_attachments" USING btree ("_order");
  CREATE INDEX "_pages_v_version_attachments_parent_id_idx" ON "record"."_pages_v_version_attachments" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_version_attachments_file_idx" ON "record"."_pages_v_version_attachments" USING btree ("file_id");
  CREATE INDEX "_pages_v_parent_idx" ON "record"."_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "record"."_pages_v" USING btree ("version_slug");
  CREATE INDEX "_pages_v_version_version_publish_at_idx" ON "record"."_pages_v" USING btree ("version_publish_at");
  CREATE INDEX "_pages_v_version_version_take_down_at_idx" ON "record"."_pages_v" USING btree ("version_take_down_at");
  CREATE INDEX "_pages_v_version_version_source_id_idx" ON "record"."_pages_v" USING btree ("version_source_id");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "record"."_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "record"."_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "record"."_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "record"."_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "record"."_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "record"."_pages_v" USING btree ("latest");
  CREATE INDEX "files_sha256_idx" ON "record"."files" USING btree ("sha256");
  CREATE INDEX "files_updated_at_idx" ON "record"."files" USING btree ("updated_at");
  CREATE INDEX "files_created_at_idx" ON "record"."files" USING btree ("created_at");
  CREATE UNIQUE INDEX "files_filename_idx" ON "record"."files" USING btree ("filename");
  CREATE INDEX "staff_roles_order_idx" ON "record"."staff_roles" USING btree ("order");
  CREATE INDEX "staff_roles_parent_idx" ON "record"."staff_roles" USING btree ("parent_id");
  CREATE INDEX "staff_sessions_order_idx" ON "record"."staff_sessions" USING btree ("_order");
  CREATE INDEX "staff_sessions_parent_id_idx" ON "record"."staff_sessions" USING btree ("_parent_id");
  CREATE INDEX "staff_updated_at_idx" ON "record"."staff" USING btree ("updated_at");
  CREATE INDEX "staff_created_at_idx" ON "record"."staff" USING btree ("created_at");
  CREATE UNIQUE INDEX "staff_email_idx" ON "record"."staff" USING btree ("email");
  CREATE INDEX "audit_at_idx" ON "record"."audit" USING btree ("at");
  CREATE INDEX "audit_record_id_idx" ON "record"."audit" USING btree ("record_id");
  CREATE INDEX "audit_updated_at_idx" ON "record"."audit" USING btree ("updated_at");
  CREATE INDEX "audit_created_at_idx" ON "record"."audit" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "record"."payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "record"."payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "record"."payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "record"."payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "record"."payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "record"."payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "record"."payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_acts_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("acts_id");
  CREATE INDEX "payload_locked_documents_rels_announcements_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("announcements_id");
  CREATE INDEX "payload_locked_documents_rels_documents_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("documents_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_files_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("files_id");
  CREATE INDEX "payload_locked_documents_rels_staff_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("staff_id");
  CREATE INDEX "payload_locked_documents_rels_audit_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("audit_id");
  CREATE INDEX "payload_preferences_key_idx" ON "record"."payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "record"."payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "record"."payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "record"."payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "record"."payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "record"."payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_staff_id_idx" ON "record"."payload_preferences_rels" USING btree ("staff_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "record"."payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "record"."payload_migrations" USING btree ("created_at");
  CREATE INDEX "institution_villages_order_idx" ON "record"."institution_villages" USING btree ("_order");
  CREATE INDEX "institution_villages_parent_id_idx" ON "record"."institution_villages" USING btree ("_parent_id");
  CREATE INDEX "institution_hours_order_idx" ON "record"."institution_hours" USING btree ("_order");
  CREATE INDEX "institution_hours_parent_id_idx" ON "record"."institution_hours" USING btree ("_parent_id");
  CREATE INDEX "institution_audience_hours_order_idx" ON "record"."institution_audience_hours" USING btree ("_order");
  CREATE INDEX "institution_audience_hours_parent_id_idx" ON "record"."institution_audience_hours" USING btree ("_parent_id");
  CREATE INDEX "institution_officials_order_idx" ON "record"."institution_officials" USING btree ("_order");
  CREATE INDEX "institution_officials_parent_id_idx" ON "record"."institution_officials" USING btree ("_parent_id");
  CREATE INDEX "institution_menu_order_idx" ON "record"."institution_menu" USING btree ("_order");
  CREATE INDEX "institution_menu_parent_id_idx" ON "record"."institution_menu" USING btree ("_parent_id");
  CREATE INDEX "institution_texts_order_parent" ON "record"."institution_texts" USING btree ("order","parent_id");
  CREATE INDEX "_institution_v_version_villages_order_idx" ON "record"."_institution_v_version_villages" USING btree ("_order");
  CREATE INDEX "_institution_v_version_villages_parent_id_idx" ON "record"."_institution_v_version_villages" USING btree ("_parent_id");
  CREATE INDEX "_institution_v_version_hours_order_idx" ON "record"."_institution_v_version_hours" USING btree ("_order");
  CREATE INDEX "_institution_v_version_hours_parent_id_idx" ON "record"."_institution_v_version_hours" USING btree ("_parent_id");
  CREATE INDEX "_institution_v_version_audience_hours_order_idx" ON "record"."_institution_v_version_audience_hours" USING btree ("_order");
  CREATE INDEX "_institution_v_version_audience_hours_parent_id_idx" ON "record"."_institution_v_version_audience_hours" USING btree ("_parent_id");
  CREATE INDEX "_institution_v_version_officials_order_idx" ON "record"."_institution_v_version_officials" USING btree ("_order");
  CREATE INDEX "_institution_v_version_officials_parent_id_idx" ON "record"."_institution_v_version_officials" USING btree ("_parent_id");
  CREATE INDEX "_institution_v_version_menu_order_idx" ON "record"."_institution_v_version_menu" USING btree ("_order");
  CREATE INDEX "_institution_v_version_menu_parent_id_idx" ON "record"."_institution_v_version_menu" USING btree ("_parent_id");
  CREATE INDEX "_institution_v_created_at_idx" ON "record"."_institution_v" USING btree ("created_at");
  CREATE INDEX "_institution_v_updated_at_idx" ON "record"."_institution_v" USING btree ("updated_at");
  CREATE INDEX "_institution_v_texts_order_parent" ON "record"."_institution_v_texts" USING btree ("order","parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "record"."acts_annexes" CASCADE;
  DROP TABLE "record"."acts_signatures" CASCADE;
  DROP TABLE "record"."acts_relations" CASCADE;
  DROP TABLE "record"."acts" CASCADE;
  DROP TABLE "record"."acts_texts" CASCADE;
  DROP TABLE "record"."_acts_v_version_annexes" CASCADE;
  DROP TABLE "record"."_acts_v_version_signatures" CASCADE;
  DROP TABLE "record"."_acts_v_version_relations" CASCADE;
  DROP TABLE "record"."_acts_v" CASCADE;
  DROP TABLE "record"."_acts_v_texts" CASCADE;
  DROP TABLE "record"."announcements_attachments" CASCADE;
  DROP TABLE "record"."announcements" CASCADE;
  DROP TABLE "record"."_announcements_v_version_attachments" CASCADE;
  DROP TABLE "record"."_announcements_v" CASCADE;
  DROP TABLE "record"."documents_attachments" CASCADE;
  DROP TABLE "record"."documents" CASCADE;
  DROP TABLE "record"."_documents_v_version_attachments" CASCADE;
  DROP TABLE "record"."_documents_v" CASCADE;
  DROP TABLE "record"."pages_attachments" CASCADE;
  DROP TABLE "record"."pages" CASCADE;
  DROP TABLE "record"."_pages_v_version_attachments" CASCADE;
  DROP TABLE "record"."_pages_v" CASCADE;
  DROP TABLE "record"."files" CASCADE;
  DROP TABLE "record"."staff_roles" CASCADE;
  DROP TABLE "record"."staff_sessions" CASCADE;
  DROP TABLE "record"."staff" CASCADE;
  DROP TABLE "record"."audit" CASCADE;
  DROP TABLE "record"."payload_kv" CASCADE;
  DROP TABLE "record"."payload_locked_documents" CASCADE;
  DROP TABLE "record"."payload_locked_documents_rels" CASCADE;
  DROP TABLE "record"."payload_preferences" CASCADE;
  DROP TABLE "record"."payload_preferences_rels" CASCADE;
  DROP TABLE "record"."payload_migrations" CASCADE;
  DROP TABLE "record"."institution_villages" CASCADE;
  DROP TABLE "record"."institution_hours" CASCADE;
  DROP TABLE "record"."institution_audience_hours" CASCADE;
  DROP TABLE "record"."institution_officials" CASCADE;
  DROP TABLE "record"."institution_menu" CASCADE;
  DROP TABLE "record"."institution" CASCADE;
  DROP TABLE "record"."institution_texts" CASCADE;
  DROP TABLE "record"."_institution_v_version_villages" CASCADE;
  DROP TABLE "record"."_institution_v_version_hours" CASCADE;
  DROP TABLE "record"."_institution_v_version_audience_hours" CASCADE;
  DROP TABLE "record"."_institution_v_version_officials" CASCADE;
  DROP TABLE "record"."_institution_v_version_menu" CASCADE;
  DROP TABLE "record"."_institution_v" CASCADE;
  DROP TABLE "record"."_institution_v_texts" CASCADE;
  DROP TYPE "record"."enum_acts_relations_kind";
  DROP TYPE "record"."enum_acts_kind";
  DROP TYPE "record"."enum_acts_character";
  DROP TYPE "record"."enum_acts_topic";
  DROP TYPE "record"."enum_acts_ended_kind";
  DROP TYPE "record"."enum_acts_status";
  DROP TYPE "record"."enum__acts_v_version_relations_kind";
  DROP TYPE "record"."enum__acts_v_version_kind";
  DROP TYPE "record"."enum__acts_v_version_character";
  DROP TYPE "record"."enum__acts_v_version_topic";
  DROP TYPE "record"."enum__acts_v_version_ended_kind";
  DROP TYPE "record"."enum__acts_v_version_status";
  DROP TYPE "record"."enum_announcements_category";
  DROP TYPE "record"."enum_announcements_status";
  DROP TYPE "record"."enum__announcements_v_version_category";
  DROP TYPE "record"."enum__announcements_v_version_status";
  DROP TYPE "record"."enum_documents_type";
  DROP TYPE "record"."enum_documents_gazette_section";
  DROP TYPE "record"."enum_documents_status";
  DROP TYPE "record"."enum__documents_v_version_type";
  DROP TYPE "record"."enum__documents_v_version_gazette_section";
  DROP TYPE "record"."enum__documents_v_version_status";
  DROP TYPE "record"."enum_pages_section";
  DROP TYPE "record"."enum_pages_status";
  DROP TYPE "record"."enum__pages_v_version_section";
  DROP TYPE "record"."enum__pages_v_version_status";
  DROP TYPE "record"."enum_staff_roles";
  DROP TYPE "record"."enum_audit_action";
  DROP TYPE "record"."enum_audit_noun";`)
}
