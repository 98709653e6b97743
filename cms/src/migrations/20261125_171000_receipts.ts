import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What payments leave behind: receipts with their counters, the debts they paid, the way back of money that was not
 * owed, and the settlement reports that gateways and ghiseul.ro send.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.receipt_counters (
      series text not null,
      year integer not null,
      last_number integer not null,
      primary key (series, year)
    );

    create table avizier.receipts (
      id bigint generated always as identity primary key,
      series text not null,
      year integer not null,
      number integer not null,
      payment_id bigint not null unique references avizier.payments (id),
      matter text not null,
      issued_at timestamptz(3) not null,
      amount_bani bigint not null check (amount_bani > 0),
      code_digest text not null unique,
      facts jsonb not null,
      unique (series, year, number)
    );
    create index receipts_of_matter on avizier.receipts (matter);
    create trigger refuse_tampering before update or delete on avizier.receipts
      for each row execute function avizier.refuse_tampering();
    create trigger refuse_emptying before truncate on avizier.receipts
      for each statement execute function avizier.refuse_tampering();

    -- The tax books have taken the debt off; and a receipt whose money was given back.
    create table avizier.receipt_discharges (
      receipt_id bigint primary key references avizier.receipts (id),
      at timestamptz(3) not null,
      actor_id text,
      actor_name text not null
    );
    create table avizier.receipt_returns (
      receipt_id bigint primary key references avizier.receipts (id),
      at timestamptz(3) not null
    );

    create table avizier.paid_fines (
      payment_id bigint primary key references avizier.payments (id),
      paper_key text not null,
      written text not null,
      offender_digest text not null,
      fine_id integer references record.fines (id),
      amount_bani bigint not null,
      paid_at timestamptz(3) not null,
      matched_at timestamptz(3),
      matched_by text,
      is_refunded boolean not null default false
    );
    create index paid_fines_of_paper on avizier.paid_fines (paper_key, offender_digest);
    create index paid_fines_unmatched on avizier.paid_fines (paid_at) where fine_id is null;

    create table avizier.paid_fees (
      payment_id bigint primary key references avizier.payments (id),
      entry_id integer not null references record.registry (id),
      amount_bani bigint not null,
      paid_at timestamptz(3) not null,
      is_refunded boolean not null default false
    );
    create index paid_fees_of_entry on avizier.paid_fees (entry_id);

    create table avizier.refund_tasks (
      id bigint generated always as identity primary key,
      payment_id bigint not null references avizier.payments (id),
      payment_order text not null,
      -- The transaction to give back, where the payment's own one stands; empty for the payment itself.
      provider_ref text not null default '',
      amount_bani bigint not null check (amount_bani > 0),
      reason text not null check (reason in ('paid-twice', 'not-owed', 'filing-over', 'asked')),
      state text not null check (state in ('open', 'requested', 'approved', 'atGateway', 'returned', 'dismissed')),
      opened_at timestamptz(3) not null,
      requested_on date,
      unique (payment_id, provider_ref)
    );
    create table avizier.refund_steps (
      id bigint generated always as identity primary key,
      task_id bigint not null references avizier.refund_tasks (id),
      verb text not null,
      at timestamptz(3) not null,
      actor_id text,
      actor_name text not null,
      note text not null
    );
    create index refund_steps_of_task on avizier.refund_steps (task_id, id);
    create trigger refuse_tampering before update or delete on avizier.refund_steps
      for each row execute function avizier.refuse_tampering();

    create table avizier.settlement_reports (
      id bigint generated always as identity primary key,
      source text not null,
      file_name text not null,
      sha256 text not null unique,
      imported_at timestamptz(3) not null,
      actor_id text,
      actor_name text not null
    );
    create table avizier.settlement_lines (
      report_id bigint not null references avizier.settlement_reports (id),
      line integer not null,
      reference text not null,
      settled_on date not null,
      amount_bani bigint not null,
      commission_bani bigint not null,
      raw text not null,
      primary key (report_id, line)
    );
    create index settlement_lines_of_reference on avizier.settlement_lines (reference);
  `)
}

export async function down({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop table avizier.settlement_lines, avizier.settlement_reports, avizier.refund_steps, avizier.refund_tasks,
      avizier.paid_fees, avizier.paid_fines, avizier.receipt_returns, avizier.receipt_discharges, avizier.receipts,
      avizier.receipt_counters;
  `)
}
