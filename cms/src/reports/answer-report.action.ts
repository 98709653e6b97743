import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { filedSize } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { cleanCode, codeDigest } from '../registry/access-code.ts'
import type { ReporterAnswer, ReportState } from './contract.ts'
import { awaitMedia } from './media/await-media.action.ts'
import { idOfToken } from './report-token.ts'
import { manyLines, parseReportNumber } from './report-words.ts'
import { type ReportOutcome, refused, stepWithoutStaff } from './work-on-report.action.ts'

type Found = { id: number; state: ReportState; mergedIntoId: number | null }

/** The report that a number and its code name together, or a link of its letters; null for every wrong one. */
export async function reportOfReporter(
  req: Pick<PayloadRequest, 'payload'>,
  { numar, cod, jeton }: { numar: string; cod?: string | null | undefined; jeton?: string | null | undefined },
): Promise<Found | null> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { secret } = req.payload
  const number = parseReportNumber(numar) ?? ''
  const { rows } = await pool.query<Found>(
    `select id, state, merged_into_id as "mergedIntoId" from record.reports
     where number = $1 and (code_digest = $2 or id = $3)`,
    [number, codeDigest(cleanCode(cod ?? ''), secret), jeton ? idOfToken(secret, 'answer', jeton) : null],
  )
  return rows[0] ?? null
}

/**
 * The reporter's word on what the town hall says is done: yes, or no, with why and with photos. No goes to the head of
 * the department. What he writes and sends is for the town hall: nothing of it is public by itself.
 */
export async function answerReport(
  req: PayloadRequest,
  report: Found,
  answer: Pick<z.output<typeof ReporterAnswer>, 'raspuns' | 'motiv' | 'media'>,
  now: Date,
): Promise<ReportOutcome> {
  const { raspuns, media } = answer
  const sizes = await Promise.all(media.map(({ sha256 }) => filedSize(sha256)))
  if (media.some(({ bytes }, index) => sizes[index] !== bytes)) return refused('media-missing', 'media')
  const inside = manyLines(answer.motiv)
  // Who reported a duplicate speaks about the report that it has become.
  const id = report.mergedIntoId ?? report.id
  const verb = raspuns === 'confirmed' ? 'confirm' : 'reopen'
  return stepWithoutStaff(req, { id, verb, doer: 'Cel care a sesizat', now }, async (locked) => {
    if (!locked.answerUntil || dayOf(locked.answerUntil) < dayOf(now)) return refused('answer-too-late')
    if (raspuns === 'confirmed') return { kind: 'change', events: [{ kind: 'confirmed', data: { inside } }] }
    const isNew = (sha256: string) => !locked.media.some((kept) => kept.sha256 === sha256)
    return {
      kind: 'change',
      set: { doneAt: null, answerUntil: null, timesReopened: locked.timesReopened + 1 },
      media: [
        ...locked.media,
        ...media.filter(({ sha256 }) => isNew(sha256)).map((item) => ({ ...item, isHidden: true })),
      ],
      events: [{ kind: 'reopened', data: { inside } }],
      afterwards: () =>
        awaitMedia(
          req,
          media.map(({ sha256 }) => sha256),
        ),
    }
  })
}
