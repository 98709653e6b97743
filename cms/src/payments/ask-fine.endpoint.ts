import type { Endpoint } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { statusTry } from '../registry/status-limits.ts'
import { askFine } from './ask-fine.ts'
import { type FineAnswer, FineQuestion, type FineRefusal } from './fine-contract.ts'
import { paperKey, readPaper } from './fine-paper.ts'
import { type FineCode, fineSentences } from './fines.ro.ts'
import { takesCards } from './takes-cards.ts'

const noStore = { 'cache-control': 'no-store' }
const refusal = (status: number, faults: { field: string; code: FineCode }[], headers: Record<string, string> = {}) =>
  Response.json(
    { erori: faults.map(({ field, code }) => ({ camp: field, mesaj: fineSentences[code] })) } satisfies FineRefusal,
    { status, headers: { ...noStore, ...headers } },
  )

/** However a paper is typed, its tries are counted together. */
function nameOf({ serie, numar }: { serie: string; numar: string }): string {
  const read = readPaper({ series: serie, number: numar })
  return read.kind === 'read' ? paperKey(read.paper) : ''
}

/** `POST /api/fines/ask` with the token of the site: how a fine is paid, as far as the citizen has told it. */
export const askFineEndpoint: Endpoint = {
  path: '/ask',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const given = FineQuestion.safeParse(await req.json?.().catch(() => null))
    if (!given.success) return refusal(422, [{ field: '', code: 'request-malformed' }])
    const { adresa, ...asked } = given.data
    // Only who types a CNP is looking somebody up; a paper by itself tells nothing of anybody.
    const looksUp = asked.identificator.trim() !== ''
    const attempt = looksUp ? await statusTry(req, { address: adresa, number: nameOf(asked), of: 'fines' }) : null
    if (attempt && attempt.mustWait > 0)
      return refusal(429, [{ field: '', code: 'too-many' }], { 'retry-after': String(attempt.mustWait) })
    const outcome = await askFine(req, asked, { now: new Date(), hasCard: takesCards() })
    if (outcome.kind === 'faulty') return refusal(422, outcome.faults)
    if (outcome.case.isWrongTriple) await attempt?.wasWrong()
    return Response.json(outcome.case.answer satisfies FineAnswer, { headers: noStore })
  },
}
