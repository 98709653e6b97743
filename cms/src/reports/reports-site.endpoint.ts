import type { ReadableStream } from 'node:stream/web'
import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { keepFiledBytes } from '../files/filed-bytes.ts'
import { storable } from '../filings/filing-facts.ts'
import { statusTry } from '../registry/status-limits.ts'
import { answerReport, reportOfReporter } from './answer-report.action.ts'
import {
  FollowRequest,
  FollowToken,
  NearbyQuestion,
  ReporterAnswer,
  type ReportRefusal,
  ReportStatusQuestion,
  ReportSubmission,
} from './contract.ts'
import { askToFollow, confirmFollow, endFollow } from './follow-report.action.ts'
import { nearbyReports, toNearbyAnswer } from './nearby-reports.ts'
import { toSubmission } from './report-facts.ts'
import { reportStatus } from './report-status.ts'
import { reportingRules } from './reporting-rules.ts'
import { type ReportCode, reportMessages, stateLabels } from './reports.ro.ts'
import { submitReport } from './submit-report.action.ts'
import { mayNotAskToFollow } from './visitor-limits.ts'

const noStore = { 'cache-control': 'no-store' }
const answer = (body: unknown, status = 200) => Response.json(body, { status, headers: noStore })
const refusal = (status: number, code: ReportCode, field = '') =>
  answer({ erori: [{ camp: field, mesaj: reportMessages[code] }] } satisfies ReportRefusal, status)

/** A question of the site: by its token, in the shape of the contract. */
const site = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  handler: (req: PayloadRequest, asked: z.output<Schema>) => Promise<Response>,
): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const asked = schema.safeParse(storable(await req.json?.().catch(() => null)))
    if (!asked.success)
      return refusal(422, 'request-malformed', asked.error.issues[0]?.path.map(String).join('.') ?? '')
    return handler(req, asked.data)
  },
})

/** What a site of the town asks about reports; the contract says it in full. */
export const reportSiteEndpoints: Endpoint[] = [
  site('/', ReportSubmission, async (req, given) => {
    const now = new Date()
    const outcome = await submitReport(req, toSubmission(given as Required<typeof given>, now), now)
    switch (outcome.kind) {
      case 'stored':
        return answer(outcome.receipt, 201)
      case 'key-reused':
        return refusal(409, 'key-reused')
      case 'faulty':
        return answer(
          { erori: outcome.faults.map(({ field, code }) => ({ camp: field, mesaj: reportMessages[code] })) },
          422,
        )
      default:
        return outcome satisfies never
    }
  }),
  {
    path: '/media/:sha256',
    method: 'put',
    handler: async (req) => {
      if (!hasSiteToken(req)) return withoutToken()
      const sha256 = String(req.routeParams?.['sha256'] ?? '')
      if (!/^[0-9a-f]{64}$/.test(sha256) || !req.body) return refusal(422, 'request-malformed')
      const kept = await keepFiledBytes(req.body as unknown as ReadableStream<Uint8Array>, { expected: sha256 })
      return kept.kind === 'kept' ? new Response(null, { status: 204 }) : refusal(422, 'media-digest-wrong', 'media')
    },
  },
  site('/status', ReportStatusQuestion, (req, { numar, cod, adresa }) =>
    guarded(req, { numar, adresa }, async () => {
      const report = await reportOfReporter(req, { numar, cod })
      return report && answer(await reportStatus(req, report.id))
    }),
  ),
  site('/answer', ReporterAnswer, (req, given) =>
    guarded(req, given, async () => {
      const report = await reportOfReporter(req, given)
      if (!report) return null
      const outcome = await answerReport(req, report, given, new Date())
      if (outcome.kind === 'done') return answer({ stare: outcome.state, stadiu: stateLabels[outcome.state] })
      return refusal(outcome.code === 'media-missing' ? 422 : 409, outcome.code, outcome.field)
    }),
  ),
  site('/nearby', NearbyQuestion, async (req, { point, category }) => {
    const { nearbyMetres } = reportingRules(
      await req.payload.findGlobal({ slug: 'reporting', depth: 0, overrideAccess: true }), // its rules are public
    )
    return answer(toNearbyAnswer(await nearbyReports(req, { point, category, metres: nearbyMetres })))
  }),
  site('/follow', FollowRequest, async (req, { numar, email, adresa }) => {
    if (await mayNotAskToFollow(req, { visitor: adresa, email })) return refusal(429, 'too-many')
    const outcome = await askToFollow(req, { numar, email })
    return outcome === 'asked' ? answer({}, 202) : refusal(404, 'report-unknown')
  }),
  site('/follow/confirm', FollowToken, async (req, { jeton }) => {
    const numar = await confirmFollow(req, jeton)
    return numar ? answer({ numar }) : refusal(404, 'link-wrong')
  }),
  site('/follow/end', FollowToken, async (req, { jeton }) => {
    const numar = await endFollow(req, jeton)
    return numar ? answer({ numar }) : refusal(404, 'link-wrong')
  }),
]

/** A question that somebody could guess at: wrong ones are counted, and all of them are answered alike. */
async function guarded(
  req: PayloadRequest,
  { numar, adresa }: { numar: string; adresa: string },
  ask: () => Promise<Response | null>,
): Promise<Response> {
  const attempt = await statusTry(req, { address: adresa, number: `sesizarea ${numar}` })
  if (attempt.mustWait > 0) {
    const response = refusal(429, 'too-many')
    response.headers.set('retry-after', String(attempt.mustWait))
    return response
  }
  const found = await ask()
  if (found) return found
  await attempt.wasWrong()
  return refusal(404, 'wrong-pair')
}
