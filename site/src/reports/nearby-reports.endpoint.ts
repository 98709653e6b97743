import { Point } from '@avizier/cms/reports'
import { z } from 'zod'
import { answerJson, type Exchange, refuse } from '../filings/answer-requests.ts'
import { reportPath } from '../paths.ts'
import type { ReportDesk } from './report-desk.ts'
import { reportWords } from './reports.ro.ts'

const Question = z.object({
  point: z.object({ lat: z.coerce.number(), lng: z.coerce.number() }).pipe(Point),
  category: z.string().min(1).max(80),
})

/** `GET /api/sesizari/aproape?lat=&lng=&categorie=`: open reports of the same kind nearby, to follow one instead. */
export async function answerNearby(
  { request, response }: Exchange,
  { desk, url }: { desk: ReportDesk; url: URL },
): Promise<void> {
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
  if (!(await desk.mayAsk(desk.visitorOf(request)))) return refuse(response, 429, reportWords.tooMany)
  const { lat = '', lng = '', categorie: category = '' } = Object.fromEntries(url.searchParams)
  const question = Question.safeParse({ point: { lat: lat || Number.NaN, lng: lng || Number.NaN }, category })
  if (!question.success) return refuse(response, 422, reportWords.unreadable)
  try {
    const found = await desk.cms.nearbyReports(question.data)
    answerJson(response, 200, {
      sesizari: found.map((each) => ({ ...each, adresa: reportPath({ number: each.numar }) })),
    })
  } catch {
    // What could be suggested is a kindness: without it the report goes its way.
    answerJson(response, 200, { sesizari: [] })
  }
}
