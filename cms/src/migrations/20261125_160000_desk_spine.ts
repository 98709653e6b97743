import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What the desk stands on: who holds whose place during a leave, and the indexes of its piles. Letters to the staff
 * (a new password) have no entry and end by a moment, after which they are not sent.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table avizier.leaves (
      id bigint generated always as identity primary key,
      person_id integer not null references record.staff (id) on delete cascade,
      delegate_id integer not null references record.staff (id) on delete cascade,
      from_on date not null,
      until_on date not null,
      reason text not null default '',
      arranged_by_id integer references record.staff (id) on delete set null,
      arranged_at timestamptz not null default now(),
      called_off_at timestamptz,
      check (from_on <= until_on),
      check (person_id <> delegate_id)
    );
    create index leaves_of_delegate on avizier.leaves (delegate_id, until_on);

    create index registry_review on record.registry (registered_at) where review = 'waiting';
    create index outbox_failed on avizier.outbox (id desc) where state = 'failed';
    alter table avizier.outbox
      add column if not exists noun text not null default 'registry',
      add column if not exists record_id integer,
      add column expires_at timestamptz;

    update record.registry set review = 'waiting', review_reasons = '[]'::jsonb
      where notes like 'De verificat: %' and state in ('registered', 'routed', 'inProgress');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table avizier.outbox drop column expires_at;
    drop index avizier.outbox_failed, record.registry_review;
    drop table avizier.leaves;
  `)
}
