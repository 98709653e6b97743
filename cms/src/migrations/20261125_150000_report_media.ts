import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is made of the photos and videos that reports carry, by the fingerprint of what was sent (see
 * cms/decisions/0017). The row is its place in the queue as well. `served` are the fingerprints that the site may have.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.report_media (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      state text not null default 'waiting' check (state in ('waiting', 'working', 'ready', 'refused')),
      code text,
      regions jsonb not null default '[]',
      media jsonb,
      desk_sha256 text,
      served text[] not null default '{}',
      attempts smallint not null default 0,
      lease uuid,
      lease_until timestamptz,
      turn_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((state = 'working') = (lease is not null)),
      check ((state = 'refused') = (code is not null)),
      check ((state = 'ready') = (media is not null))
    );
    create index report_media_in_line on avizier.report_media (turn_at) where state in ('waiting', 'working');
    create index report_media_served on avizier.report_media using gin (served);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table avizier.report_media;`)
}
