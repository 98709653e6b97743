import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import type { ReportState, ReportStatus } from './contract.ts'
import { isPublicStep, type ReportEvent } from './report-event.ts'
import { isPublicState } from './report-lifecycle.ts'
import { eventLabels, nextSteps, stateLabels, stepSentence } from './reports.ro.ts'

/** What its reporter may know of a report, also of one that nobody else sees. */
export async function reportStatus(req: Pick<PayloadRequest, 'payload'>, id: number): Promise<ReportStatus> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query(
    `select r.number, r.state, r.reported_at, r.answer_until, r.reason, coalesce(d.public_name, d.name) as department,
       (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'data', e.data) order by e.id)
        from avizier.report_events e where e.report_id = r.id) as events
     from record.reports r left join record.departments d on d.id = r.department_id where r.id = $1`,
    [id],
  )
  const row = rows[0]
  const state: ReportState = row.state
  const answerUntil = row.answer_until ? dayOf(row.answer_until) : null
  const isAsked = (state === 'done' || state === 'confirmed' || state === 'declined') && answerUntil !== null
  // The reason of a refusal is told to who reported; what the office writes for itself is not.
  const told = (row.events as ReportEvent[]).filter(({ kind }) => isPublicStep(kind) || kind === 'refused')
  return {
    numar: row.number,
    data: dayOf(row.reported_at),
    stare: state,
    stadiu: stateLabels[state],
    pasUrmator: nextSteps[state],
    compartiment: row.department,
    estePublica: isPublicState(state),
    raspundePanaLa: isAsked && answerUntil >= dayOf(new Date()) ? answerUntil : null,
    istoric: told.map((event) => ({
      data: new Date(event.at).toISOString(),
      stadiu: eventLabels[event.kind],
      descriere: stepSentence(event),
    })),
  }
}
