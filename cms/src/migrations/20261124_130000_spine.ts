import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The change log, the revision counters and the guard of the journal.
 *
 * A change gets its position when its transaction commits, under one lock, so that positions grow in commit order
 * and a reader that remembers one number misses nothing (see cms/decisions/0003).
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create schema avizier;

    create table avizier.revisions (
      noun text not null,
      id text not null,
      revision integer not null,
      was_public boolean not null,
      is_public boolean not null,
      published_at timestamptz,
      primary key (noun, id)
    );

    create sequence avizier.change_positions;

    create table avizier.changes (
      row_id bigint generated always as identity primary key,
      position bigint unique,
      op text not null check (op in ('upsert', 'remove')),
      noun text not null,
      id text not null,
      revision integer not null,
      record jsonb,
      at timestamptz not null default now(),
      check ((op = 'upsert') = (record is not null)),
      unique (noun, id, revision)
    );
    create index changes_by_document on avizier.changes (noun, id, position);

    create function avizier.give_position() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('avizier change positions'));
      update avizier.changes set position = nextval('avizier.change_positions') where row_id = new.row_id;
      perform pg_notify('avizier_changes', '');
      return null;
    end $$;

    create constraint trigger give_position after insert on avizier.changes
      deferrable initially deferred for each row execute function avizier.give_position();

    create table avizier.state_days (name text primary key, day date not null);

    create function avizier.refuse_tampering() returns trigger language plpgsql as $$
    begin
      raise exception 'the journal is append-only: % refused', tg_op;
    end $$;

    create trigger refuse_tampering before update or delete on record.audit
      for each row execute function avizier.refuse_tampering();
    create trigger refuse_emptying before truncate on record.audit
      for each statement execute function avizier.refuse_tampering();
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop trigger refuse_tampering on record.audit;
    drop trigger refuse_emptying on record.audit;
    drop schema avizier cascade;
  `)
}
