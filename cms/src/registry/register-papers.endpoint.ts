import { stringify } from 'csv-stringify/sync'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { Day } from '../publishing/contract.ts'
import { StatusQuestion } from './contract.ts'
import { mayReadWholeBook } from './entry-lifecycle.ts'
import { entryReceipt } from './entry-receipt.ts'
import { entryOfPair } from './entry-status.ts'
import { readableEntry } from './readable-entry.ts'
import { bookAsCsv, bookAsPdf } from './register-book.ts'
import { parseNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { registryMessages, statusMessages } from './registry.ro.ts'
import { reportedEntries } from './reported-entries.ts'
import { statusTry } from './status-limits.ts'
import { linesOf544, linesOfPetitions } from './yearly-reports.ro.ts'
import { report544, reportPetitions } from './yearly-reports.ts'

const paper = (
  body: ConstructorParameters<typeof Response>[0],
  type: 'application/pdf' | 'text/csv; charset=utf-8',
  name: string,
) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: { 'cache-control': 'no-store' } })
const queryOf = (req: PayloadRequest) => Object.fromEntries(new URL(req.url ?? '', 'http://localhost').searchParams)

function keepsTheBook(req: PayloadRequest): boolean {
  const worker = workerOf(req)
  return worker !== null && mayReadWholeBook(worker)
}

/** `POST /api/filings/receipt`, with the token of the site: the receipt of whoever has number and code. */
export const receiptEndpoint: Endpoint = {
  path: '/receipt',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const question = StatusQuestion.safeParse(await req.json?.().catch(() => null))
    if (!question.success) return fault(404, statusMessages.wrongPair)
    const { numar, cod, adresa } = question.data
    const attempt = await statusTry(req, { address: adresa, number: String(parseNumber(numar)?.number ?? 0) })
    if (attempt.mustWait > 0) return fault(429, statusMessages.tooMany)
    const entry = await entryOfPair(req, { numar, cod })
    const pdf = entry ? await entryReceipt(req, entry.id) : null
    if (entry && pdf) return paper(new Uint8Array(pdf), 'application/pdf', `dovada-${entry.number}.pdf`)
    await attempt.wasWrong()
    return fault(404, statusMessages.wrongPair)
  },
}

/** `GET /api/registry/entries/<id>/receipt`: the same paper, for the clerk at the counter. */
export const printReceiptEndpoint: Endpoint = {
  path: '/entries/:id/receipt',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return fault(403, registryMessages['not-entitled'])
    // The receipt carries the access code: whoever may not read the entry gets none.
    const entry = await readableEntry(req, Number(req.routeParams?.['id']))
    const pdf = entry ? await entryReceipt(req, entry.id) : null
    return pdf
      ? paper(new Uint8Array(pdf), 'application/pdf', `dovada-${entry?.number}.pdf`)
      : fault(404, registryMessages['entry-unknown'])
  },
}

const BookQuery = z.object({
  deLa: Day,
  panaLa: Day,
  registru: z.string().max(40).default('general'),
  format: z.enum(['csv', 'pdf']).default('pdf'),
})

/** `GET /api/registry/book?deLa=&panaLa=&registru=&format=`: the general register of any interval. */
export const bookEndpoint: Endpoint = {
  path: '/book',
  method: 'get',
  handler: async (req) => {
    if (!keepsTheBook(req)) return fault(403, registryMessages['not-entitled'])
    const query = BookQuery.safeParse(queryOf(req))
    if (!query.success || query.data.deLa > query.data.panaLa) return fault(422, registryMessages['interval-wrong'])
    const { deLa: from, panaLa: to, registru: registerCode, format } = query.data
    const name = `registru-${from}-${to}.${format}`
    return format === 'csv'
      ? paper(bookAsCsv(req, { registerCode, from, to }), 'text/csv; charset=utf-8', name)
      : paper(await bookAsPdf(req, { registerCode, from, to }), 'application/pdf', name)
  },
}

const ReportQuery = z.object({
  an: z.coerce.number().int().min(1990).max(2200),
  semestru: z.coerce.number().int().min(1).max(2).optional(),
  format: z.enum(['csv', 'json']).default('json'),
})

const report = <Report>(
  path: string,
  count: (entries: Awaited<ReturnType<typeof reportedEntries>>) => Report,
  lines: (report: Report) => (string | number)[][],
): Endpoint => ({
  path,
  method: 'get',
  handler: async (req) => {
    if (!keepsTheBook(req)) return fault(403, registryMessages['not-entitled'])
    const query = ReportQuery.safeParse(queryOf(req))
    if (!query.success) return fault(422, registryMessages['interval-wrong'])
    const { an, semestru, format } = query.data
    const from = semestru === 2 ? `${an}-07-01` : `${an}-01-01`
    const to = semestru === 1 ? `${an}-06-30` : `${an}-12-31`
    const counts = count(await reportedEntries(req, { from, to }))
    if (format === 'json') return Response.json(counts, { headers: { 'cache-control': 'no-store' } })
    const csv = stringify(lines(counts), {
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    })
    return paper(csv, 'text/csv; charset=utf-8', `raport${path.replaceAll('/', '-')}-${an}.csv`)
  },
})

/** `GET /api/registry/reports/544?an=` and `/petitions?an=&semestru=`: counted from the book, as the laws ask. */
export const report544Endpoint = report('/reports/544', report544, linesOf544)
export const reportPetitionsEndpoint = report('/reports/petitions', reportPetitions, linesOfPetitions)
