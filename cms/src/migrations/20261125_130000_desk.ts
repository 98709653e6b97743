import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "record"."enum_registry_review" AS ENUM('waiting', 'passed', 'abuse');
  ALTER TABLE "record"."registry" ADD COLUMN "review" "record"."enum_registry_review";
  ALTER TABLE "record"."registry" ADD COLUMN "review_reasons" jsonb;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "record"."registry" DROP COLUMN "review";
  ALTER TABLE "record"."registry" DROP COLUMN "review_reasons";
  DROP TYPE "record"."enum_registry_review";`)
}
