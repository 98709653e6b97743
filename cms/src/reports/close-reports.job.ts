import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { type ReportOutcome, stepWithoutStaff } from './work-on-report.action.ts'

const every = 10 * 60_000

/** Starts closing what nobody has objected to; the answer stops it. */
export function startClosingReports(payload: Payload): () => void {
  let isStopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    await closeUnanswered(payload, new Date()).catch((err: unknown) =>
      payload.logger.error({ err, msg: 'Reports that wait for a word are closed later' }),
    )
    if (!isStopped) timer = setTimeout(round, every)
  }
  timer = setTimeout(round, 20_000)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/** Closes the done reports whose last day of answer has passed. Answers how many. */
export async function closeUnanswered(payload: Payload, now: Date): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: number }>(
    `select id from record.reports where state = 'done' and answer_until < $1 order by id limit 200`,
    [momentOfDay(dayOf(now))],
  )
  let closed = 0
  for (const { id } of rows) if ((await closeReport(payload, id, now)).kind === 'done') closed++
  return closed
}

/** Closes one, in a transaction of its own. */
export async function closeReport(payload: Payload, id: number, now: Date): Promise<ReportOutcome> {
  const req = await createLocalReq({}, payload)
  return stepWithoutStaff(req, { id, verb: 'close', doer: 'Sistem', now }, async () => ({
    kind: 'change',
    events: [{ kind: 'closed' }],
  }))
}
