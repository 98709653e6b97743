import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The machine-read texts of files, by fingerprint (see cms/decisions/0009). The row of a reading is its place in the
 * queue as well; the pages of a new edition are gathered beside those that are served, until they are whole.
 * Files that came before are put in the queue, and the change log is indexed by the files its records carry.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.readings (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'empty', 'failed')),
      code text,
      pages integer,
      pages_done integer not null default 0,
      edition integer not null default 1,
      edition_engine text,
      served_edition integer,
      served_pages integer,
      method text check (method in ('text', 'recognised')),
      engine text,
      engine_version text,
      confidence real,
      priority smallint not null default 0,
      attempts smallint not null default 0,
      spent_ms bigint not null default 0,
      lease uuid,
      lease_until timestamptz,
      turn_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((served_edition is null) = (method is null)),
      check ((state = 'working') = (lease is not null))
    );
    create index readings_in_line on avizier.readings (priority, turn_at) where state in ('waiting', 'working');

    create table avizier.reading_pages (
      sha256 text not null references avizier.readings on delete cascade,
      edition integer not null,
      page integer not null,
      text text not null,
      method text check (method in ('text', 'recognised')),
      fault text,
      confidence real,
      personal_data boolean not null,
      primary key (sha256, edition, page),
      check ((method is null) = (fault is not null))
    );

    create index changes_by_file on avizier.changes using gin ((record -> 'files') jsonb_path_ops);

    insert into avizier.readings (sha256)
    select distinct sha256 from record.files
    where sha256 is not null and mime_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp');
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index avizier.changes_by_file;
    drop table avizier.reading_pages;
    drop table avizier.readings;
  `)
}
