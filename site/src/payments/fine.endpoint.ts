import type { FineAnswer } from '@avizier/cms/fines'
import { readBody, UnreadableBody } from '../files/receive-form.ts'
import { type Exchange, isAcceptable, seeOther } from '../filings/answer-requests.ts'
import { issueToken, readToken } from '../filings/form-token.ts'
import { fineBankPath, finePath, finesPath } from '../paths.ts'
import { faultsOfPayer, openAtBank, Payer, showBank } from './hand-over.ts'
import type { PaymentExchange } from './payment-desk.ts'
import type { PaymentDraft } from './payment-drafts.ts'
import type { PageFault, Typed } from './payment-page.ts'
import { paymentSentences } from './payments.ro.ts'

const form = { slug: 'plati/amenzi', version: 1 }

/** `/plati/amenzi/…`: a fine, a page for each thing that is still to be told; answers whether there is such a page. */
export async function answerFine(exchange: Exchange, asked: PaymentExchange): Promise<boolean> {
  const [, , , tokenText = '', part = '', beyond = ''] = asked.url.pathname.split('/')
  if (beyond || (part && part !== 'banca')) return false
  if (!tokenText) {
    await (exchange.request.method === 'POST' ? takePaper(exchange, asked, null) : askPaper(exchange, asked, {}))
    return true
  }
  const token = readToken(asked.desk.secret, form.slug, tokenText)
  const draft = token && (await asked.desk.payments.read(token.id))
  if (!token || !draft?.paper) {
    seeOther(exchange.response, finesPath)
    return true
  }
  const page = { asked, id: token.id, token: token.text, draft }
  if (part === 'banca') await showBank(exchange, asked, placeOf(page))
  else if (exchange.request.method === 'POST') await takePost(exchange, page)
  else await showFine(exchange, page)
  return true
}

type FinePage = { asked: PaymentExchange; id: string; token: string; draft: PaymentDraft }

const placeOf = ({ id, token, draft }: FinePage) => ({
  id,
  draft,
  purpose: 'fine' as const,
  subject: { ...draft.paper, ...draft.who, ...(draft.hartie ? { hartie: draft.hartie } : {}) },
  path: finePath(token),
  bankPath: fineBankPath(token),
})

const askPaper = (exchange: Exchange, { show }: PaymentExchange, typed: Typed, faults: PageFault[] = []) =>
  show(exchange, finesPath, { kind: 'paper', typed, faults }, faults.length > 0 ? 422 : 200)

/** Series, number and day; the record says at once what is wrong with them. */
async function takePaper(exchange: Exchange, asked: PaymentExchange, page: FinePage | null): Promise<void> {
  const typed = await readTyped(exchange)
  if (!typed) return
  const { serie = '', numar = '', data = '' } = typed
  const paper = { serie: serie.slice(0, 80), numar: numar.slice(0, 40), data: data.slice(0, 40) }
  const answer = await asked.desk.cms.askFine({ adresa: asked.desk.visitorOf(exchange.request), ...paper })
  if (answer.kind === 'refused') return askPaper(exchange, asked, typed, answer.faults)
  const token = page ?? (({ id, text }) => ({ id, token: text }))(issueToken(asked.desk.secret, form))
  await asked.desk.payments.write(token.id, { purpose: 'fine', paper, attempt: page?.draft.attempt ?? 0 })
  seeOther(exchange.response, finePath(token.token))
}

async function takePost(exchange: Exchange, page: FinePage): Promise<void> {
  const { asked, id, token, draft } = page
  const typed = await readTyped(exchange)
  if (!typed) return
  if (typed['pas'] === 'cine') return takeWho(exchange, page, typed)
  if (typed['pas'] === 'sume') return takeAmounts(exchange, page, typed)
  if (typed['pas'] !== 'plata') return seeOther(exchange.response, finePath(token))
  const faults = faultsOfPayer(typed)
  if (faults.length > 0) return showFine(exchange, page, { typed, faults })
  const { nume, email } = Payer.parse(typed)
  const kept = { ...draft, payer: { name: nume, email } }
  await asked.desk.payments.write(id, kept)
  await openAtBank(exchange, asked, placeOf({ ...page, draft: kept }))
}

/** Who gave the fine and to whom: the CNP goes to the record, and what is kept is the digest it answers with. */
async function takeWho(exchange: Exchange, page: FinePage, typed: Typed): Promise<void> {
  const { asked, id, token, draft } = page
  const { emitent, fel, domiciliu, identificator = '' } = typed
  const question = {
    ...draft.paper,
    emitent: oneOf(emitent, ['own', 'police', 'elsewhere'] as const),
    fel: oneOf(fel, ['person', 'firm'] as const),
    domiciliu: oneOf(domiciliu, ['here', 'away'] as const),
    identificator: identificator.slice(0, 40),
  }
  const nothing = !question.emitent && !question.fel && !question.domiciliu
  const answer = await asked.desk.cms.askFine({
    adresa: asked.desk.visitorOf(exchange.request),
    ...question,
    // With nothing chosen the record would ask who it is; here each gap is told.
    ...(nothing ? { emitent: 'elsewhere' as const } : {}),
  })
  if (answer.kind === 'refused') {
    const faults = nothing
      ? [{ camp: 'emitent', mesaj: 'Alegeți cine a dat amenda.' }, ...answer.faults]
      : answer.faults
    return showIdentity(exchange, page, { typed, faults })
  }
  const offender = 'offender' in answer.answer ? answer.answer.offender : null
  if (answer.answer.kind === 'paid')
    return asked.show(exchange, finePath(token), { kind: 'paid-before', answer: answer.answer, token })
  if (!offender || !question.emitent || !question.fel || !question.domiciliu)
    return showIdentity(exchange, page, { typed, faults: [] })
  const { emitent: issuer, fel: kind, domiciliu: domicile } = question
  await asked.desk.payments.write(id, {
    ...draft,
    who: { emitent: issuer, fel: kind, domiciliu: domicile, offender },
    hartie: undefined,
  })
  seeOther(exchange.response, finePath(token))
}

async function takeAmounts(exchange: Exchange, page: FinePage, typed: Typed): Promise<void> {
  const { asked, id, token, draft } = page
  const cell = (name: string) => (typed[name] ?? '').slice(0, 40)
  const hartie = { temei: cell('temei'), amenda: cell('amenda'), jumatate: cell('jumatate'), primit: cell('primit') }
  const answer = await ask(exchange, { ...page, draft: { ...draft, hartie } })
  if (answer.kind === 'refused') return showFine(exchange, page, { typed, faults: answer.faults, asks: 'sume' })
  await asked.desk.payments.write(id, { ...draft, hartie })
  seeOther(exchange.response, finePath(token))
}

const ask = (exchange: Exchange, { asked, draft }: FinePage) =>
  asked.desk.cms.askFine({
    adresa: asked.desk.visitorOf(exchange.request),
    ...draft.paper,
    ...draft.who,
    ...(draft.hartie ? { hartie: draft.hartie } : {}),
  })

/** The page that comes next for what is known; `schimba` goes back to one that was answered. */
async function showFine(
  exchange: Exchange,
  page: FinePage,
  { typed, faults = [], asks }: { typed?: Typed; faults?: PageFault[]; asks?: 'sume' } = {},
): Promise<void> {
  const { asked, token, draft } = page
  const changes = asked.url.searchParams.get('schimba')
  if (changes === 'acte') return askPaper(exchange, asked, draft.paper ?? {})
  if (changes === 'cine' && !typed) return showIdentity(exchange, page, { typed: whoAsTyped(draft), faults: [] })
  const answer = await ask(
    exchange,
    asks === 'sume' || changes === 'sume' ? { ...page, draft: { ...draft, hartie: undefined } } : page,
  )
  if (answer.kind === 'refused') return askPaper(exchange, asked, draft.paper ?? {}, answer.faults)
  const path = finePath(token)
  const status = faults.length > 0 ? 422 : 200
  const known: FineAnswer = answer.answer
  switch (known.kind) {
    case 'identity':
      return showIdentity(exchange, page, { typed: typed ?? whoAsTyped(draft), faults })
    case 'amounts':
      return asked.show(
        exchange,
        path,
        { kind: 'amounts', answer: known, token, typed: typed ?? draft.hartie ?? {}, faults },
        status,
      )
    case 'payable': {
      const payer: Typed = draft.payer ? { nume: draft.payer.name, email: draft.payer.email } : {}
      return asked.show(
        exchange,
        path,
        { kind: 'payable', answer: known, token, typed: typed ?? payer, faults },
        status,
      )
    }
    case 'route':
      return asked.show(exchange, path, { kind: 'route', answer: known, token })
    case 'paid':
      return asked.show(exchange, path, { kind: 'paid-before', answer: known, token })
    default:
      return known satisfies never
  }
}

const whoAsTyped = ({ who }: PaymentDraft): Typed =>
  who ? { emitent: who.emitent, fel: who.fel, domiciliu: who.domiciliu } : {}

async function showIdentity(
  exchange: Exchange,
  { asked, token, draft }: FinePage,
  { typed, faults }: { typed: Typed; faults: PageFault[] },
): Promise<void> {
  const answer = await asked.desk.cms.askFine({ adresa: asked.desk.visitorOf(exchange.request), ...draft.paper })
  if (answer.kind === 'refused') return askPaper(exchange, asked, draft.paper ?? {}, answer.faults)
  const page = { kind: 'identity', answer: answer.answer, token, typed, faults } as const
  await asked.show(exchange, finePath(token), page, faults.length > 0 ? 422 : 200)
}

const oneOf = <Name extends string>(given: string | undefined, names: readonly Name[]): Name | null =>
  names.find((name) => name === given) ?? null

/** What a form of ours posted; null when it was answered already. */
export async function readTyped(exchange: Exchange): Promise<Typed | null> {
  if (!isAcceptable(exchange)) return null
  try {
    return Object.fromEntries(new URLSearchParams(await readBody(exchange.request, 16_384)))
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    exchange.response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    exchange.response.end(paymentSentences.unreadable)
    return null
  }
}
