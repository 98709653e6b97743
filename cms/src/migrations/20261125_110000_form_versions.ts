import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Every version of a form that the public had: written once, never changed (see cms/decisions/0010). */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.form_versions (
      slug text not null,
      version integer not null check (version > 0),
      form_id text not null,
      definition jsonb not null,
      published_at timestamptz not null default now(),
      primary key (slug, version)
    );
    create index form_versions_by_form on avizier.form_versions (form_id, version desc);

    create function avizier.refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'a published version is kept as it was: % of % refused', tg_op, tg_table_name;
    end $$;

    create trigger refuse_rewriting before update or delete on avizier.form_versions
      for each row execute function avizier.refuse_rewriting();
    create trigger refuse_emptying before truncate on avizier.form_versions
      for each statement execute function avizier.refuse_rewriting();
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop table avizier.form_versions;
    drop function avizier.refuse_rewriting();
  `)
}
