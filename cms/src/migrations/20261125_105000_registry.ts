import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "record"."enum_registry_direction" AS ENUM('incoming', 'outgoing', 'internal');
  CREATE TYPE "record"."enum_registry_channel" AS ENUM('site', 'counter', 'email', 'post', 'courier', 'exOfficio');
  CREATE TYPE "record"."enum_registry_kind" AS ENUM('petition', 'foi', 'foiComplaint', 'application', 'audience', 'taxClearance', 'attestation', 'planningCertificate', 'buildingPermit', 'gdpr', 'consultationProposal', 'correspondence', 'invoice', 'contract', 'internalNote', 'answer', 'other');
  CREATE TYPE "record"."enum_registry_correspondent_kind" AS ENUM('person', 'firm', 'authority');
  CREATE TYPE "record"."enum_registry_state" AS ENUM('reserved', 'registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved', 'dispatched', 'closed', 'forwarded', 'withdrawn', 'voided');
  CREATE TYPE "record"."enum_registry_outcome" AS ENUM('favourable', 'partial', 'unfavourable', 'redirected', 'filed');
  CREATE TYPE "record"."enum_registry_dispatched_by" AS ENUM('email', 'post', 'courier', 'counter', 'site');
  ALTER TYPE "record"."enum_staff_roles" ADD VALUE 'foiOfficer' BEFORE 'editor';
  ALTER TYPE "record"."enum_audit_action" ADD VALUE 'read';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'registry';
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
  
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "registry_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "filings_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "registers_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "departments_id" integer;
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
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_registry_fk" FOREIGN KEY ("registry_id") REFERENCES "record"."registry"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_filings_fk" FOREIGN KEY ("filings_id") REFERENCES "record"."filings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_registers_fk" FOREIGN KEY ("registers_id") REFERENCES "record"."registers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "record"."departments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_registry_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("registry_id");
  CREATE INDEX "payload_locked_documents_rels_filings_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("filings_id");
  CREATE INDEX "payload_locked_documents_rels_registers_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("registers_id");
  CREATE INDEX "payload_locked_documents_rels_departments_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("departments_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "record"."registry" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."registry_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."filings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."registers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."departments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."staff_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."working_calendar_bridge_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."working_calendar" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "record"."registry" CASCADE;
  DROP TABLE "record"."registry_rels" CASCADE;
  DROP TABLE "record"."filings" CASCADE;
  DROP TABLE "record"."registers" CASCADE;
  DROP TABLE "record"."departments" CASCADE;
  DROP TABLE "record"."staff_rels" CASCADE;
  DROP TABLE "record"."working_calendar_bridge_days" CASCADE;
  DROP TABLE "record"."working_calendar" CASCADE;
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
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'forms', 'institution', 'search', 'files', 'staff');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";
  DROP INDEX "record"."payload_locked_documents_rels_registry_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_filings_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_registers_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_departments_id_idx";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "registry_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "filings_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "registers_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "departments_id";
  DROP TYPE "record"."enum_registry_direction";
  DROP TYPE "record"."enum_registry_channel";
  DROP TYPE "record"."enum_registry_kind";
  DROP TYPE "record"."enum_registry_correspondent_kind";
  DROP TYPE "record"."enum_registry_state";
  DROP TYPE "record"."enum_registry_outcome";
  DROP TYPE "record"."enum_registry_dispatched_by";`)
}
