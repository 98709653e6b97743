import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What was searched on the site, added up by day: words and whether anything was found, nobody's address. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.searches (
      day date not null,
      words text not null,
      found boolean not null,
      count bigint not null,
      primary key (day, words)
    )`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table avizier.searches`)
}
