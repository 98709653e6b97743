import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "record"."enum_fines_issuer" AS ENUM('own', 'police');
  CREATE TYPE "record"."enum_fines_basis" AS ENUM('road', 'localDecision', 'building', 'buildingWithoutPermit', 'publicAssemblies', 'publicOrder', 'guarding', 'weapons', 'explosives', 'other');
  CREATE TYPE "record"."enum_fines_offender_kind" AS ENUM('person', 'firm');
  CREATE TYPE "record"."enum_fines_domicile" AS ENUM('here', 'away');
  CREATE TYPE "record"."enum_fines_state" AS ENUM('due', 'paid', 'void');
  CREATE TYPE "record"."enum_fines_paid_through" AS ENUM('card', 'ghiseul', 'counter', 'transfer');
  CREATE TYPE "record"."enum_payment_rules_routes_channels" AS ENUM('card', 'ghiseul', 'transfer', 'counter', 'issuer');
  CREATE TYPE "record"."enum_payment_rules_routes_fine" AS ENUM('electronic', 'own', 'police', 'elsewhere');
  CREATE TYPE "record"."enum_payment_rules_routes_offender" AS ENUM('person', 'firm');
  CREATE TYPE "record"."enum_payment_rules_routes_domicile" AS ENUM('here', 'away');
  CREATE TYPE "record"."enum_payment_rules_routes_beneficiary" AS ENUM('single', 'local', 'otherTown', 'state');
  CREATE TYPE "record"."enum_payment_rules_discounts_bases" AS ENUM('road', 'localDecision', 'building', 'buildingWithoutPermit', 'publicAssemblies', 'publicOrder', 'guarding', 'weapons', 'explosives', 'other');
  CREATE TYPE "record"."enum_payment_rules_discounts_share" AS ENUM('halfOfMinimum', 'halfOfApplied', 'none');
  CREATE TYPE "record"."enum_payment_rules_state" AS ENUM('proposed', 'approved', 'rejected');
  ALTER TYPE "record"."enum_staff_roles" ADD VALUE 'cashier' BEFORE 'editor';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'fines';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'paymentRules';
  ALTER TYPE "record"."enum_audit_noun" ADD VALUE 'payments';
  CREATE TABLE "record"."fines" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"series" varchar NOT NULL,
  	"number" varchar NOT NULL,
  	"issuer" "record"."enum_fines_issuer" DEFAULT 'own' NOT NULL,
  	"issued_on" timestamp(3) with time zone NOT NULL,
  	"communicated_on" timestamp(3) with time zone,
  	"basis" "record"."enum_fines_basis" NOT NULL,
  	"deed" varchar,
  	"offender_kind" "record"."enum_fines_offender_kind" DEFAULT 'person' NOT NULL,
  	"offender_masked" varchar,
  	"offender_name" varchar,
  	"domicile" "record"."enum_fines_domicile" DEFAULT 'here' NOT NULL,
  	"state" "record"."enum_fines_state" DEFAULT 'due' NOT NULL,
  	"paid_on" timestamp(3) with time zone,
  	"paid_through" "record"."enum_fines_paid_through",
  	"void_reason" varchar,
  	"paper_key" varchar,
  	"offender_digest" varchar,
  	"applied_bani" numeric,
  	"minimum_bani" numeric,
  	"paid_bani" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "record"."payment_rules_routes_channels" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "record"."enum_payment_rules_routes_channels",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "record"."payment_rules_routes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"fine" "record"."enum_payment_rules_routes_fine" NOT NULL,
  	"offender" "record"."enum_payment_rules_routes_offender",
  	"domicile" "record"."enum_payment_rules_routes_domicile",
  	"beneficiary" "record"."enum_payment_rules_routes_beneficiary" NOT NULL,
  	"reason" varchar NOT NULL,
  	"legal_basis" varchar NOT NULL,
  	"valid_from" timestamp(3) with time zone NOT NULL,
  	"valid_to" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."payment_rules_discounts_bases" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "record"."enum_payment_rules_discounts_bases",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "record"."payment_rules_discounts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"share" "record"."enum_payment_rules_discounts_share" NOT NULL,
  	"days" numeric NOT NULL,
  	"legal_basis" varchar NOT NULL,
  	"valid_from" timestamp(3) with time zone NOT NULL,
  	"valid_to" timestamp(3) with time zone
  );
  
  CREATE TABLE "record"."payment_rules" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reason" varchar NOT NULL,
  	"state" "record"."enum_payment_rules_state" DEFAULT 'proposed' NOT NULL,
  	"proposed_by_id" integer,
  	"judged_by_id" integer,
  	"judged_at" timestamp(3) with time zone,
  	"proposed_at" timestamp(3) with time zone,
  	"accounts_fiscal_code" varchar,
  	"accounts_receipt_series" varchar DEFAULT 'AV' NOT NULL,
  	"accounts_local_iban" varchar,
  	"accounts_local_bank" varchar,
  	"accounts_single_iban" varchar DEFAULT 'RO76TREZ999500901XXXXXXX',
  	"accounts_single_beneficiary" varchar DEFAULT 'Cont unic aferent amenzilor contravenționale aplicate persoanelor fizice',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "fines_id" integer;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD COLUMN "payment_rules_id" integer;
  ALTER TABLE "record"."payment_rules_routes_channels" ADD CONSTRAINT "payment_rules_routes_channels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."payment_rules_routes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payment_rules_routes" ADD CONSTRAINT "payment_rules_routes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."payment_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payment_rules_discounts_bases" ADD CONSTRAINT "payment_rules_discounts_bases_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "record"."payment_rules_discounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payment_rules_discounts" ADD CONSTRAINT "payment_rules_discounts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "record"."payment_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payment_rules" ADD CONSTRAINT "payment_rules_proposed_by_id_staff_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "record"."payment_rules" ADD CONSTRAINT "payment_rules_judged_by_id_staff_id_fk" FOREIGN KEY ("judged_by_id") REFERENCES "record"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "fines_state_idx" ON "record"."fines" USING btree ("state");
  CREATE UNIQUE INDEX "fines_paper_key_idx" ON "record"."fines" USING btree ("paper_key");
  CREATE INDEX "fines_updated_at_idx" ON "record"."fines" USING btree ("updated_at");
  CREATE INDEX "fines_created_at_idx" ON "record"."fines" USING btree ("created_at");
  CREATE INDEX "payment_rules_routes_channels_order_idx" ON "record"."payment_rules_routes_channels" USING btree ("order");
  CREATE INDEX "payment_rules_routes_channels_parent_idx" ON "record"."payment_rules_routes_channels" USING btree ("parent_id");
  CREATE INDEX "payment_rules_routes_order_idx" ON "record"."payment_rules_routes" USING btree ("_order");
  CREATE INDEX "payment_rules_routes_parent_id_idx" ON "record"."payment_rules_routes" USING btree ("_parent_id");
  CREATE INDEX "payment_rules_discounts_bases_order_idx" ON "record"."payment_rules_discounts_bases" USING btree ("order");
  CREATE INDEX "payment_rules_discounts_bases_parent_idx" ON "record"."payment_rules_discounts_bases" USING btree ("parent_id");
  CREATE INDEX "payment_rules_discounts_order_idx" ON "record"."payment_rules_discounts" USING btree ("_order");
  CREATE INDEX "payment_rules_discounts_parent_id_idx" ON "record"."payment_rules_discounts" USING btree ("_parent_id");
  CREATE INDEX "payment_rules_proposed_by_idx" ON "record"."payment_rules" USING btree ("proposed_by_id");
  CREATE INDEX "payment_rules_judged_by_idx" ON "record"."payment_rules" USING btree ("judged_by_id");
  CREATE INDEX "payment_rules_updated_at_idx" ON "record"."payment_rules" USING btree ("updated_at");
  CREATE INDEX "payment_rules_created_at_idx" ON "record"."payment_rules" USING btree ("created_at");
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_fines_fk" FOREIGN KEY ("fines_id") REFERENCES "record"."fines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "record"."payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_payment_rules_fk" FOREIGN KEY ("payment_rules_id") REFERENCES "record"."payment_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_fines_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("fines_id");
  CREATE INDEX "payload_locked_documents_rels_payment_rules_id_idx" ON "record"."payload_locked_documents_rels" USING btree ("payment_rules_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "record"."fines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."payment_rules_routes_channels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."payment_rules_routes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."payment_rules_discounts_bases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."payment_rules_discounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "record"."payment_rules" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "record"."fines" CASCADE;
  DROP TABLE "record"."payment_rules_routes_channels" CASCADE;
  DROP TABLE "record"."payment_rules_routes" CASCADE;
  DROP TABLE "record"."payment_rules_discounts_bases" CASCADE;
  DROP TABLE "record"."payment_rules_discounts" CASCADE;
  DROP TABLE "record"."payment_rules" CASCADE;
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_fines_fk";
  
  ALTER TABLE "record"."payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_payment_rules_fk";
  
  ALTER TABLE "record"."staff_roles" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "record"."enum_staff_roles";
  CREATE TYPE "record"."enum_staff_roles" AS ENUM('registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'foiOfficer', 'editor', 'admin', 'auditor');
  ALTER TABLE "record"."staff_roles" ALTER COLUMN "value" SET DATA TYPE "record"."enum_staff_roles" USING "value"::"record"."enum_staff_roles";
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE text;
  DROP TYPE "record"."enum_audit_noun";
  CREATE TYPE "record"."enum_audit_noun" AS ENUM('acts', 'announcements', 'documents', 'pages', 'forms', 'institution', 'search', 'geography', 'reports', 'reporting', 'files', 'staff', 'registry');
  ALTER TABLE "record"."audit" ALTER COLUMN "noun" SET DATA TYPE "record"."enum_audit_noun" USING "noun"::"record"."enum_audit_noun";
  DROP INDEX "record"."payload_locked_documents_rels_fines_id_idx";
  DROP INDEX "record"."payload_locked_documents_rels_payment_rules_id_idx";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "fines_id";
  ALTER TABLE "record"."payload_locked_documents_rels" DROP COLUMN "payment_rules_id";
  DROP TYPE "record"."enum_fines_issuer";
  DROP TYPE "record"."enum_fines_basis";
  DROP TYPE "record"."enum_fines_offender_kind";
  DROP TYPE "record"."enum_fines_domicile";
  DROP TYPE "record"."enum_fines_state";
  DROP TYPE "record"."enum_fines_paid_through";
  DROP TYPE "record"."enum_payment_rules_routes_channels";
  DROP TYPE "record"."enum_payment_rules_routes_fine";
  DROP TYPE "record"."enum_payment_rules_routes_offender";
  DROP TYPE "record"."enum_payment_rules_routes_domicile";
  DROP TYPE "record"."enum_payment_rules_routes_beneficiary";
  DROP TYPE "record"."enum_payment_rules_discounts_bases";
  DROP TYPE "record"."enum_payment_rules_discounts_share";
  DROP TYPE "record"."enum_payment_rules_state";`)
}
