import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What the book of the registry stands on: the counters that give its numbers, the events of its entries, the guard
 * that keeps both as they were written, the letters that wait to be sent, and the limits of the public status page.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.registry_counters (
      register_id integer not null references record.registers (id),
      year integer not null,
      last_number integer not null,
      last_at timestamptz(3) not null,
      primary key (register_id, year)
    );

    create table avizier.registry_events (
      id bigint generated always as identity primary key,
      entry_id integer not null references record.registry (id),
      kind text not null,
      at timestamptz(3) not null,
      actor_id text,
      actor_name text not null,
      is_public boolean not null,
      data jsonb not null
    );
    create index registry_events_of_entry on avizier.registry_events (entry_id, id);

    create trigger refuse_tampering before update or delete on avizier.registry_events
      for each row execute function avizier.refuse_tampering();
    create trigger refuse_emptying before truncate on avizier.registry_events
      for each statement execute function avizier.refuse_tampering();

    -- The moment, if it is on the day that the term was counted from; else the statement is undone, number and all.
    create function avizier.on_day(moment timestamptz, day date) returns timestamptz language plpgsql immutable as $$
    begin
      if (moment at time zone 'Europe/Bucharest')::date <> day then
        raise exception 'the entry would be registered on another day than its term was counted from'
          using errcode = 'AV001', detail = to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
      end if;
      return moment;
    end $$;

    create function avizier.guard_entry() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then
        raise exception 'an entry of the register stays in its place: % refused', tg_op;
      end if;
      if (new.id, new.register_id, new.year, new.number, new.registered_at, new.key, new.code_digest)
         is distinct from (old.id, old.register_id, old.year, old.number, old.registered_at, old.key, old.code_digest)
         or (old.state <> 'reserved'
             and (new.direction, new.channel, new.received_at) is distinct from (old.direction, old.channel, old.received_at)) then
        raise exception 'the number of an entry and what it was registered by do not change';
      end if;
      return new;
    end $$;
    create trigger guard_entry before update or delete on record.registry
      for each row execute function avizier.guard_entry();
    create trigger guard_book before truncate on record.registry
      for each statement execute function avizier.guard_entry();
    create trigger guard_filing before update or delete on record.filings
      for each row execute function avizier.refuse_tampering();

    create index registry_pair on record.registry (number, code_digest);
    create index registry_work on record.registry (department_id, due_on)
      where state in ('registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved');
    create index registry_person on record.registry (responsible_id, due_on)
      where state in ('registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved');
    create index registry_due on record.registry (due_on)
      where state in ('registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved');
    create index registry_unrouted on record.registry (registered_at) where state = 'registered';
    -- Without diacritics and capitals, whatever the locale of the cluster: clerks type names as it comes.
    create function avizier.folded(text) returns text language sql immutable parallel safe
      return lower(translate($1, 'ȘșȚțŞşŢţĂăÂâÎî', 'SsTtSsTtAaAaIi'));
    create index registry_correspondent on record.registry (avizier.folded(correspondent_name) text_pattern_ops);

    create table avizier.outbox (
      id bigint generated always as identity primary key,
      kind text not null,
      recipient text not null,
      entry_id integer references record.registry (id),
      data jsonb not null,
      created_at timestamptz not null default now(),
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
      attempts integer not null default 0,
      next_at timestamptz not null default now(),
      leased_until timestamptz,
      sent_at timestamptz,
      last_answer text
    );
    create index outbox_due on avizier.outbox (next_at) where state = 'waiting';
    create index outbox_of_entry on avizier.outbox (entry_id);

    create table avizier.rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint);

    insert into record.registers (name, code, is_general, is_active)
      values ('Registrul general de intrare-ieșire', 'general', true, true);
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop table avizier.rate_limits;
    drop table avizier.outbox;
    drop index record.registry_pair, record.registry_work, record.registry_person, record.registry_due,
      record.registry_unrouted, record.registry_correspondent;
    drop function avizier.folded(text);
    drop function avizier.on_day(timestamptz, date);
    drop trigger guard_entry on record.registry;
    drop trigger guard_book on record.registry;
    drop trigger guard_filing on record.filings;
    drop function avizier.guard_entry();
    drop table avizier.registry_events;
    drop table avizier.registry_counters;
  `)
}
