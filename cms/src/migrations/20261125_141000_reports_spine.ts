import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What reports stand on: the counters that give their numbers, what happened to them, who follows them, and letters
 * that are about something else than an entry of the register (see cms/decisions/0016).
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.report_counters (year integer primary key, last_number integer not null);

    create table avizier.report_events (
      id bigint generated always as identity primary key,
      report_id integer not null references record.reports (id),
      kind text not null,
      at timestamptz(3) not null,
      actor_id text,
      actor_name text not null,
      data jsonb not null default '{}'
    );
    create index report_events_of_report on avizier.report_events (report_id, id);
    create trigger refuse_tampering before update or delete on avizier.report_events
      for each row execute function avizier.refuse_tampering();
    create trigger refuse_emptying before truncate on avizier.report_events
      for each statement execute function avizier.refuse_tampering();

    create table avizier.report_followers (
      id bigint generated always as identity primary key,
      report_id integer not null references record.reports (id),
      email text not null,
      role text not null check (role in ('reporter', 'follower')),
      state text not null check (state in ('waiting', 'active', 'ended')),
      created_at timestamptz not null default now(),
      confirmed_at timestamptz
    );
    create unique index report_followers_once on avizier.report_followers (report_id, lower(email));

    create function avizier.guard_report() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then
        raise exception 'a report stays in the record: % refused', tg_op;
      end if;
      if (new.id, new.number, new.key, new.content_digest, new.code_digest, new.description, new.reported_at)
         is distinct from (old.id, old.number, old.key, old.content_digest, old.code_digest, old.description, old.reported_at) then
        raise exception 'the number of a report and what was written do not change';
      end if;
      return new;
    end $$;
    create trigger guard_report before update or delete on record.reports
      for each row execute function avizier.guard_report();
    create trigger guard_reports before truncate on record.reports
      for each statement execute function avizier.guard_report();

    create index reports_open_near on record.reports (category_id, lat)
      where state in ('published', 'routed', 'forwarded', 'planned', 'inWork', 'reopened');
    create index reports_unseen on record.reports (reported_at) where state in ('received', 'held');
    create index reports_of_department on record.reports (department_id, expected_on)
      where state in ('published', 'routed', 'forwarded', 'planned', 'inWork', 'reopened');
    create index reports_unanswered on record.reports (answer_until) where state = 'done';
    create index reports_merged on record.reports (merged_into_id) where merged_into_id is not null;
    create index reports_media on record.reports using gin (media jsonb_path_ops);
    create index reports_proof on record.reports using gin (proof jsonb_path_ops);

    alter table avizier.outbox
      add column if not exists noun text not null default 'registry',
      add column if not exists record_id integer,
      add check (noun <> 'registry' or entry_id is not null);
    create index outbox_of_record on avizier.outbox (noun, record_id) where record_id is not null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    delete from avizier.outbox where noun <> 'registry';
    alter table avizier.outbox drop column record_id, drop column noun;
    drop index record.reports_open_near, record.reports_unseen, record.reports_of_department,
      record.reports_unanswered, record.reports_merged, record.reports_media, record.reports_proof;
    drop trigger guard_report on record.reports;
    drop trigger guard_reports on record.reports;
    drop function avizier.guard_report();
    drop table avizier.report_followers;
    drop table avizier.report_events;
    drop table avizier.report_counters;
  `)
}
