import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { hidePersonalData } from '../publishing/hide-personal-data.ts'
import { accessCodeOf, codeDigest } from '../registry/access-code.ts'
import { addDays } from '../registry/calendar-days.ts'
import type { CategoryFacts } from './category-facts.ts'
import type { Submission } from './report-facts.ts'

export type StoredReport = { id: number; number: string; reportedAt: Date; code: string }

/**
 * Stores a report with the next number of its year, its first event and its line of the journal, in one statement of
 * the open transaction.
 * @returns null when another transaction has stored its key meanwhile: this one must be undone, number and all
 */
export async function storeReport(
  req: PayloadRequest,
  {
    submission,
    contentDigest,
    category,
    now,
  }: { submission: Submission; contentDigest: string; category: CategoryFacts; now: Date },
): Promise<StoredReport | null> {
  const { place, reporter } = submission
  const code = accessCodeOf(submission.key, req.payload.secret)
  const day = dayOf(now)
  const at = now.toISOString()
  const state = submission.review.length > 0 ? 'held' : 'received'
  const expectedOn = category.expectedDays ? momentOfDay(addDays(day, category.expectedDays)) : null
  const transaction = await transactionOf(req)
  const [row] = await transaction.rows<{ id: number; number: string }>(sql`
    with counter as (
      insert into avizier.report_counters as c (year, last_number) values (${Number(day.slice(0, 4))}::int, 1)
      on conflict (year) do update set last_number = c.last_number + 1
      returning year, last_number
    ), report as (
      insert into reports (number, key, content_digest, code_digest, state, state_since, category_id, description,
        public_description, lat, lng, village, street, place_words, reporter_name, reporter_email, reporter_phone,
        source, review, expected_on, times_reopened, media, proof, reported_at)
      select year || '-' || lpad(last_number::text, greatest(4, length(last_number::text)), '0'), ${submission.key},
        ${contentDigest}, ${codeDigest(code, req.payload.secret)}, ${state}::enum_reports_state,
        ${at}::timestamptz, ${category.id}::int, ${submission.description}, ${hidePersonalData(submission.description)},
        ${place.point?.lat ?? null}::numeric, ${place.point?.lng ?? null}::numeric, ${place.village}, ${place.street},
        ${place.words}, ${reporter.name}, ${reporter.email}, ${reporter.phone}, ${submission.source}::enum_reports_source,
        ${JSON.stringify(submission.review)}::jsonb, ${expectedOn}::timestamptz, 0,
        ${JSON.stringify(submission.media)}::jsonb, '[]'::jsonb, ${at}::timestamptz
      from counter
      on conflict (key) do nothing
      returning id, number
    ), happened as (
      insert into avizier.report_events (report_id, kind, at, actor_id, actor_name, data)
      select id, 'reported', ${submission.receivedAt.toISOString()}::timestamptz, null, 'Site', '{}' from report
    ), noted as (
      insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
      select now(), null, 'Site', 'create', 'reports', id::text, number, null, now(), now() from report
    )
    select id, number from report`)
  return row ? { id: row.id, number: row.number, reportedAt: now, code } : null
}
