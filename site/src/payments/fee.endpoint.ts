import { type Exchange, seeOther } from '../filings/answer-requests.ts'
import { issueToken, readToken } from '../filings/form-token.ts'
import { feeBankPath, feePath, feesPath } from '../paths.ts'
import { readTyped } from './fine.endpoint.ts'
import { faultsOfPayer, openAtBank, Payer, showBank } from './hand-over.ts'
import type { PaymentExchange } from './payment-desk.ts'
import type { PageFault, Typed } from './payment-page.ts'
import { paymentSentences } from './payments.ro.ts'

const form = { slug: 'plati/taxa', version: 1 }

/** `/plati/taxa/…`: the fee of a request that has been filed, by its number and its code. */
export async function answerFee(exchange: Exchange, asked: PaymentExchange): Promise<boolean> {
  const { desk, show, url } = asked
  const { request, response } = exchange
  const [, , , tokenText = '', part = '', beyond = ''] = url.pathname.split('/')
  if (beyond || (part && part !== 'banca')) return false
  if (!tokenText) {
    const numar = (url.searchParams.get('numar') ?? '').slice(0, 80)
    if (request.method === 'POST') await takePair(exchange, asked)
    else await show(exchange, feesPath, { kind: 'fee', typed: { numar }, faults: [] })
    return true
  }
  const token = readToken(desk.secret, form.slug, tokenText)
  const draft = token && (await desk.payments.read(token.id))
  if (!token || !draft?.fee) {
    seeOther(response, feesPath)
    return true
  }
  const { fee } = draft
  const place = (kept = draft) => ({
    id: token.id,
    draft: kept,
    purpose: 'fee' as const,
    subject: fee,
    path: feePath(token.text),
    bankPath: feeBankPath(token.text),
  })
  if (part === 'banca') {
    await showBank(exchange, asked, place())
    return true
  }
  const typed = request.method === 'POST' ? await readTyped(exchange) : null
  if (request.method === 'POST' && !typed) return true
  const faults = typed ? faultsOfPayer(typed) : []
  if (typed && faults.length === 0) {
    const { nume, email } = Payer.parse(typed)
    const kept = { ...draft, payer: { name: nume, email } }
    await desk.payments.write(token.id, kept)
    await openAtBank(exchange, asked, place(kept))
    return true
  }
  const due = await desk.cms.askFee({ adresa: desk.visitorOf(request), ...fee })
  if (due.kind === 'refused') {
    await askPair(exchange, asked, { numar: fee.numar }, due.faults)
    return true
  }
  const payer: Typed = draft.payer ? { nume: draft.payer.name, email: draft.payer.email } : {}
  const { description, amountBani } = due.fee
  const page = { kind: 'fee-due', description, amountBani, token: token.text, typed: typed ?? payer, faults } as const
  await show(exchange, feePath(token.text), page, faults.length > 0 ? 422 : 200)
  return true
}

const askPair = (exchange: Exchange, { show }: PaymentExchange, typed: Typed, faults: PageFault[]) =>
  show(exchange, feesPath, { kind: 'fee', typed, faults }, 422)

async function takePair(exchange: Exchange, asked: PaymentExchange): Promise<void> {
  const typed = await readTyped(exchange)
  if (!typed) return
  const fee = { numar: (typed['numar'] ?? '').trim().slice(0, 80), cod: (typed['cod'] ?? '').trim().slice(0, 40) }
  const faults: PageFault[] = [
    ...(fee.numar ? [] : [{ camp: 'numar', mesaj: paymentSentences.numberMissing }]),
    ...(fee.cod ? [] : [{ camp: 'cod', mesaj: paymentSentences.codeMissing }]),
  ]
  if (faults.length > 0) return askPair(exchange, asked, { numar: fee.numar }, faults)
  const due = await asked.desk.cms.askFee({ adresa: asked.desk.visitorOf(exchange.request), ...fee })
  if (due.kind === 'refused') return askPair(exchange, asked, { numar: fee.numar }, due.faults)
  const token = issueToken(asked.desk.secret, form)
  await asked.desk.payments.write(token.id, { purpose: 'fee', fee, attempt: 0 })
  seeOther(exchange.response, feePath(token.text))
}
