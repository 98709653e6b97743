import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What the scanner of viruses said of each file that was filed or attached (see cms/decisions/0014), by fingerprint.
 * The row is its place in the queue as well. Files that came before are not scanned yet.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.file_scans (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      state text not null check (state in ('waiting', 'clean', 'infected', 'unscanned')),
      verdict text,
      kept_at timestamptz not null default now(),
      scanned_at timestamptz,
      attempts integer not null default 0,
      next_at timestamptz not null default now(),
      leased_until timestamptz
    );
    create index file_scans_due on avizier.file_scans (next_at) where state in ('waiting', 'unscanned');
    create index file_scans_infected on avizier.file_scans (scanned_at) where state = 'infected';

    -- Which entries carry a file.
    create index registry_by_file on record.registry using gin (files jsonb_path_ops);

    insert into avizier.file_scans (sha256, state)
    select distinct file ->> 'sha256', 'unscanned'
    from record.registry, jsonb_array_elements(case jsonb_typeof(files) when 'array' then files else '[]' end) as file
    where file ->> 'sha256' ~ '^[0-9a-f]{64}$';
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index record.registry_by_file;
    drop table avizier.file_scans;
  `)
}
