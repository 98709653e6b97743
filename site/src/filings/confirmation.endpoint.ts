import { donePath, startFilingPath } from '../paths.ts'
import { type Exchange, refuse, seeOther } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import { filingSentences } from './filings.ro.ts'
import { readToken, receiptLife } from './form-token.ts'
import type { ShowPage } from './journey.endpoint.ts'

/** `/formulare/<slug>/depus/<token>/`: what was filed, its number as soon as there is one, and its receipt as PDF. */
export async function answerConfirmation(
  exchange: Exchange,
  { desk, url, show }: { desk: FilingDesk; url: URL; show: ShowPage },
): Promise<boolean> {
  const [, , slug = '', , tokenText = '', rest = ''] = url.pathname.split('/')
  const { request, response } = exchange
  const token = readToken(desk.secret, slug, tokenText, { maxAge: receiptLife })
  const found = token && (await desk.spool.find(token.id))
  if (!token || !found) {
    if (!token || !desk.offered(slug)) return false
    seeOther(response, startFilingPath({ slug }))
    return true
  }
  const path = donePath({ slug }, token.text)
  if (found.kind === 'waiting') await show(exchange, path, { kind: 'waiting', filing: found.item, token: token.text })
  if (found.kind !== 'answered') return true
  const { answer } = found
  if (answer.kind === 'set-aside') await show(exchange, path, { kind: 'set-aside', answer })
  else if (rest === 'dovada.pdf') {
    const { numar, cod } = answer.receipt
    const pdf = await desk.cms.receipt({ numar: String(numar), cod, adresa: desk.visitorOf(request) }).catch(() => null)
    if (!pdf) refuse(response, 503, filingSentences.statusUnavailable)
    else
      response
        .writeHead(200, {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="dovada-${numar}.pdf"`,
          'cache-control': 'no-store',
        })
        .end(pdf)
  } else {
    const department = (await desk.definition(slug, token.version))?.department ?? null
    await show(exchange, path, { kind: 'registered', answer, token: token.text, department })
  }
  return true
}
