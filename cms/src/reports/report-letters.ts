import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { z } from 'zod'
import { readCmsEnvironment } from '../env.ts'
import type { LetterWriter } from '../mail/letter-writers.ts'
import { dayOf } from '../publishing/calendar.ts'
import { accessCodeOf } from '../registry/access-code.ts'
import { formatNumber } from '../registry/registration-number.ts'
import { reportPaths } from './contract.ts'
import type { ReportEvent } from './report-event.ts'
import { pointOf } from './report-facts.ts'
import { type ReportLetterFacts, reportLetterOf } from './report-letters.ro.ts'
import { reportToken } from './report-token.ts'
import { placeInWords, reportTitle } from './report-words.ts'

const Data = z.object({
  followerId: z.number().nullish(),
  mayAnswer: z.boolean().nullish(),
  reason: z.string().nullish(),
  authority: z.string().nullish(),
  event: z.custom<Pick<ReportEvent, 'kind' | 'data'>>().nullish(),
})

/** Writes the letters about reports, with the links that only their recipient has. */
export const reportLetters: LetterWriter = async (payload, { kind, recordId, data }, sender) => {
  const report = await letterFacts(payload, recordId)
  if (!report) return null
  const { followerId, mayAnswer, reason, authority, event } = Data.parse(data)
  // Whoever has ended it meanwhile gets no more of them.
  if (followerId && kind === 'step' && !(await isFollowing(payload, followerId))) return null
  const { SITE_URL } = readCmsEnvironment()
  const { number, secret } = { number: report.number, secret: payload.secret }
  const end = followerId ? SITE_URL + reportPaths.endFollow(number, reportToken(secret, 'end', followerId)) : null
  const place = { point: report.point, village: report.village, street: report.street, words: report.words }
  const common = {
    ...sender,
    number,
    title: reportTitle(report.category, place),
    page: SITE_URL + reportPaths.page(number),
  }
  const about = `sesizarea-${number}`
  const write = (facts: ReportLetterFacts, endAddress: string | null = null) => ({
    about,
    ...reportLetterOf(facts),
    endAddress,
  })
  switch (kind) {
    case 'received':
      return write({
        ...common,
        kind,
        code: accessCodeOf(report.key, secret),
        petition: report.entryNumber
          ? { number: formatNumber(Number(report.entryNumber), dayOf(report.registeredAt)), term: report.term }
          : null,
        statusPage: `${SITE_URL}/stare/`,
      })
    case 'refused':
      return write({ ...common, kind, reason: reason ?? '' })
    case 'confirmFollow':
      if (!followerId) return null
      return write({
        ...common,
        kind,
        confirm: SITE_URL + reportPaths.confirmFollow(number, reportToken(secret, 'follow', followerId)),
      })
    case 'forwardedTo':
      return write({
        ...common,
        kind,
        authority: authority ?? '',
        description: report.description,
        place: [placeInWords(place), report.words].filter(Boolean).join(' – ') || 'vedeți coordonatele',
        map: report.point ? `${report.point.lat}, ${report.point.lng}` : null,
      })
    case 'step': {
      if (!event) return null
      const isAsked = mayAnswer === true && report.answerUntil !== null
      const answer = isAsked ? SITE_URL + reportPaths.answer(number, reportToken(secret, 'answer', report.id)) : null
      return write({ ...common, kind, event, end, answer, until: report.answerUntil && dayOf(report.answerUntil) }, end)
    }
    default:
      return null
  }
}

async function letterFacts(payload: Payload, id: number | null) {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query(
    `select r.id, r.number, r.key, c.name as category, r.village, r.street, r.place_words as words, r.lat, r.lng,
       coalesce(r.public_description, r.description) as description, r.answer_until as "answerUntil",
       e.number as "entryNumber", e.registered_at as "registeredAt", e.term_explanation as term
     from record.reports r join record.report_categories c on c.id = r.category_id
       left join record.registry e on e.id = r.entry_id where r.id = $1`,
    [id],
  )
  const row = rows[0]
  return row ? { ...row, point: pointOf(row.lat, row.lng) } : null
}

async function isFollowing(payload: Payload, followerId: number): Promise<boolean> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query(`select from avizier.report_followers where id = $1 and state = 'active'`, [
    followerId,
  ])
  return rows.length > 0
}
