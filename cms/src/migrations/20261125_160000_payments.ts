import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Money: payments, everything a gateway ever said of them, before and after it was judged, what each move was caused
 * by, and money that came twice. What is written here is not rewritten (see cms/decisions/0019).
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.payments (
      id bigint generated always as identity unique,
      order_id text primary key check (order_id ~ '^[2-9A-HJKMNP-TV-Z]{12}$'),
      key text not null unique,
      purpose text not null check (purpose in ('fine', 'fee', 'other')),
      matter text not null,
      description text not null,
      details jsonb not null,
      payer_name text not null,
      payer_email text not null,
      amount_bani integer not null check (amount_bani between 1 and 1000000000),
      currency text not null default 'RON' check (currency = 'RON'),
      gateway text not null check (gateway in ('netopia', 'euplatesc')),
      provider_ref text,
      state text not null default 'created' check (state in
        ('created', 'sent', 'pending', 'declined', 'expired', 'paid', 'review', 'refundPending', 'refunded')),
      review_reason text,
      revision integer not null default 1,
      starts integer not null default 0,
      starting_until timestamptz,
      hand_over jsonb,
      polls integer not null default 0,
      next_poll_at timestamptz,
      polling_until timestamptz,
      created_at timestamptz(3) not null,
      sent_at timestamptz(3),
      paid_at timestamptz(3),
      refunded_at timestamptz(3),
      check ((state = 'review') = (review_reason is not null)),
      check (paid_at is not null or state not in ('paid', 'refundPending'))
    );
    create index payments_of_matter on avizier.payments (matter);
    create index payments_by_time on avizier.payments (created_at);
    create index payments_due on avizier.payments (next_poll_at) where next_poll_at is not null;

    create function avizier.guard_payment() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then
        raise exception 'a payment stays in its place: % refused', tg_op;
      end if;
      if (new.id, new.order_id, new.key, new.purpose, new.matter, new.amount_bani, new.currency, new.gateway, new.created_at)
         is distinct from
         (old.id, old.order_id, old.key, old.purpose, old.matter, old.amount_bani, old.currency, old.gateway, old.created_at)
         or (old.paid_at is not null and new.paid_at is distinct from old.paid_at)
         or (old.state = 'refunded' and new.state not in ('refunded', 'review'))
         or (old.state in ('paid', 'refundPending') and new.state in ('created', 'sent', 'pending', 'declined', 'expired')) then
        raise exception 'a payment does not change what it is for, and does not go back';
      end if;
      return new;
    end $$;
    create trigger guard_payment before update or delete on avizier.payments
      for each row execute function avizier.guard_payment();
    create trigger guard_payments before truncate on avizier.payments
      for each statement execute function avizier.guard_payment();

    create table avizier.payment_events (
      id bigint generated always as identity primary key,
      order_id text not null references avizier.payments (order_id),
      revision integer not null,
      at timestamptz(3) not null,
      from_state text,
      to_state text not null,
      cause text not null check (cause in ('request', 'start', 'notice', 'poll', 'clock', 'clerk')),
      cause_id bigint,
      actor_id text,
      actor_name text,
      reason text,
      unique (order_id, revision)
    );
    create trigger refuse_tampering before update or delete on avizier.payment_events
      for each row execute function avizier.refuse_tampering();
    create trigger refuse_emptying before truncate on avizier.payment_events
      for each statement execute function avizier.refuse_tampering();

    create table avizier.payment_notices (
      id bigint generated always as identity primary key,
      gateway text not null,
      received_at timestamptz(3) not null,
      body bytea not null,
      headers jsonb not null,
      order_id text,
      report jsonb,
      verdict text,
      judged_at timestamptz(3)
    );
    create index payment_notices_of_order on avizier.payment_notices (order_id);
    create index payment_notices_unjudged on avizier.payment_notices (id)
      where verdict is null or verdict = 'order-unknown';

    create table avizier.payment_polls (
      id bigint generated always as identity primary key,
      order_id text not null references avizier.payments (order_id),
      question text not null check (question in ('status', 'refund')),
      asked_at timestamptz(3) not null,
      answer text,
      verdict text,
      judged_at timestamptz(3)
    );
    create index payment_polls_of_order on avizier.payment_polls (order_id);

    -- What came stands as it came. A verdict is given once; only a notice of an unknown order may be judged again.
    create function avizier.guard_journal_of_money() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'UPDATE' then
        raise exception 'the journal of money is append-only: % refused', tg_op;
      end if;
      if old.verdict is not null and old.verdict <> 'order-unknown' then
        raise exception 'a verdict is given once';
      end if;
      if tg_table_name = 'payment_notices' then
        if (new.id, new.gateway, new.received_at, new.body, new.headers)
           is distinct from (old.id, old.gateway, old.received_at, old.body, old.headers) then
          raise exception 'a notice stands as it came';
        end if;
      elsif (new.id, new.order_id, new.question, new.asked_at)
            is distinct from (old.id, old.order_id, old.question, old.asked_at)
            or (old.answer is not null and new.answer is distinct from old.answer) then
        raise exception 'an answer stands as it came';
      end if;
      return new;
    end $$;
    create trigger guard_journal before update or delete on avizier.payment_notices
      for each row execute function avizier.guard_journal_of_money();
    create trigger guard_emptying before truncate on avizier.payment_notices
      for each statement execute function avizier.guard_journal_of_money();
    create trigger guard_journal before update or delete on avizier.payment_polls
      for each row execute function avizier.guard_journal_of_money();
    create trigger guard_emptying before truncate on avizier.payment_polls
      for each statement execute function avizier.guard_journal_of_money();

    -- Money that came for an order which was paid already, by another transaction at the gateway.
    create table avizier.payments_again (
      order_id text not null references avizier.payments (order_id),
      provider_ref text not null,
      amount_bani integer,
      noticed_at timestamptz(3) not null,
      primary key (order_id, provider_ref)
    );
    create trigger refuse_tampering before update or delete on avizier.payments_again
      for each row execute function avizier.refuse_tampering();
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop table avizier.payments_again, avizier.payment_polls, avizier.payment_notices, avizier.payment_events, avizier.payments;
    drop function avizier.guard_payment();
    drop function avizier.guard_journal_of_money();
  `)
}
