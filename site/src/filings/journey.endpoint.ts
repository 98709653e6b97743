import type { AnswerFault, FormDefinition, FormStep } from '@avizier/cms/forms'
import { answersSoFar, parseStep, rawFromEntries } from '@avizier/cms/forms-answers'
import { isShown } from '@avizier/cms/forms-conditions'
import { firstStep, firstUnfinished, nextStep, positionOf, previousStep } from '@avizier/cms/forms-journey'
import { sentenceOfFault } from '@avizier/cms/forms-sentences'
import type { UnfinishedFile } from '../files/quarantine.ts'
import { receiveForm, UnreadableBody } from '../files/receive-form.ts'
import { checkPath, donePath, formPath, startFilingPath, stepPath } from '../paths.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { type Exchange, isAcceptable, refuse, seeOther } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import type { FilingPage } from './filing-page.ts'
import { limitsIn, uploadsOf } from './filing-uploads.ts'
import { filingSentences } from './filings.ro.ts'
import { draftVersion, type FormToken, issueToken, readToken, tokenLife } from './form-token.ts'
import { type Draft, emptyDraft, rawAnswers } from './kept-file.ts'
import { challengeFor } from './proof-of-work.ts'

/** Shows a page: the path that its route has, and what it is made of. */
export type ShowPage = (exchange: Exchange, path: string, page: FilingPage, status?: number) => Promise<void>

type Place = {
  slug: string
  token: FormToken
  definition: FormDefinition
  isDraft: boolean
  draft: Draft
  unfinished: UnfinishedFile[]
}

/** `/formulare/<slug>/completeaza/…`: one question a page, what was answered kept under the token in the address. */
export async function answerJourney(
  exchange: Exchange,
  { desk, url, show }: { desk: FilingDesk; url: URL; show: ShowPage },
): Promise<boolean> {
  const [, , slug = '', , tokenText = '', stepName = ''] = url.pathname.split('/')
  const { response, request } = exchange
  if (!tokenText) return begin(exchange, desk, slug)
  if (tokenText === 'pe-o-pagina') return showWhole(exchange, { desk, slug, show })
  const token = readToken(desk.secret, slug, tokenText)
  const definition = token && (await desk.formOf(slug, token))
  if (!token || !definition) {
    if (!desk.offered(slug)) return false
    seeOther(response, startFilingPath({ slug }))
    return true
  }
  if (await desk.spool.find(token.id)) {
    seeOther(response, donePath({ slug }, token.text))
    return true
  }
  await desk.quarantine.settle(token.id, limitsIn(definition))
  const draft = (await desk.drafts.read(token.id)) ?? emptyDraft
  const unfinished = await desk.quarantine.unfinishedOf(token.id)
  const place: Place = { slug, token, definition, isDraft: token.version === draftVersion, draft, unfinished }
  const step = definition.steps.find(({ name }) => name === stepName)
  if (request.method === 'POST') {
    if (!step) return false
    if (isAcceptable(exchange))
      await takeStep(exchange, { desk, place, step, isChange: url.searchParams.has('schimba') })
    return true
  }
  if (stepName === checkSegment) await showCheck(exchange, { desk, place, show })
  else if (step)
    await show(
      exchange,
      stepPath({ slug }, token.text, step.name),
      stepPageOf(place, step, url.searchParams.has('schimba')),
    )
  else {
    const first = firstStep(definition, {})
    seeOther(response, first ? stepPath({ slug }, token.text, first.name) : formPath({ slug }))
  }
  return true
}

const checkSegment = 'verifica-raspunsurile'
const today = () => ({ today: todayInBucharest() })

async function begin({ response }: Exchange, desk: FilingDesk, slug: string): Promise<boolean> {
  const definition = desk.offered(slug)
  const first = definition && firstStep(definition, {})
  if (!definition || !first) return false
  await desk.drafts.keepDefinition(definition)
  seeOther(response, stepPath({ slug }, issueToken(desk.secret, definition).text, first.name))
  return true
}

/** Everything at once; its version stays answerable, whenever the device that keeps it comes back. */
async function showWhole(
  exchange: Exchange,
  { desk, slug, show }: { desk: FilingDesk; slug: string; show: ShowPage },
): Promise<boolean> {
  const definition = desk.offered(slug)
  if (!definition) return false
  await desk.drafts.keepDefinition(definition)
  await show(exchange, stepPath({ slug }, 'pe-o-pagina', 'tot'), { kind: 'whole', definition })
  return true
}

/** What was typed is kept first, right or wrong; then the page that follows is shown, or this one again. */
async function takeStep(
  { request, response }: Exchange,
  { desk, place, step, isChange }: { desk: FilingDesk; place: Place; step: FormStep; isChange: boolean },
): Promise<void> {
  const { slug, token, definition, draft } = place
  let received: Awaited<ReturnType<typeof receiveForm>>
  try {
    received = await receiveForm(request, {
      asked: uploadsOf(definition),
      quarantine: desk.quarantine,
      owner: token.id,
    })
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    return refuse(response, 413, filingSentences.tooLong)
  }
  const posted = rawFromEntries(received.entries)
  if (posted['actiune'] === 'sterge') {
    await desk.drafts.remove(token.id)
    return seeOther(response, formPath({ slug }))
  }
  const removed = String(posted['actiune'] ?? '').startsWith('scoate:') ? String(posted['actiune']).slice(7) : null
  if (removed) await desk.quarantine.remove(token.id, removed)
  await desk.quarantine.settle(token.id, limitsIn(definition))
  const next = mergeStep(draft, step, { posted, files: await desk.quarantine.filesOf(token.id) })
  // Nobody goes on believing that a file was sent while half of it is here.
  const halves = (await desk.quarantine.unfinishedOf(token.id)).map(({ field, name }) => ({
    field,
    name,
    code: 'file-unknown' as const,
  }))
  const fileFaults = [...received.faults, ...halves]
  const faults = faultsOf(definition, step, next, fileFaults)
  const isFaulty = !removed && faults.length > 0
  next.faulty = [...next.faulty.filter((name) => name !== step.name), ...(isFaulty ? [step.name] : [])]
  next.fileFaults = isFaulty ? fileFaults : []
  await desk.drafts.write(token.id, next)
  const change = isChange ? '?schimba' : ''
  if (isFaulty || removed) return seeOther(response, stepPath({ slug }, token.text, step.name) + change)
  const raw = rawAnswers(next)
  const answers = answersSoFar(definition, raw, today())
  const onward = isChange ? firstUnfinished(definition, raw, today()) : nextStep(definition, answers, step.name)
  seeOther(response, onward ? stepPath({ slug }, token.text, onward.name) : checkPath({ slug }, token.text))
}

/** The draft with this page's answers in the place of those it had. */
function mergeStep(
  draft: Draft,
  step: FormStep,
  { posted, files }: { posted: Record<string, unknown>; files: Draft['files'] },
): Draft {
  const raw = { ...draft.raw }
  for (const field of step.fields)
    for (const name of Object.keys({ ...raw, ...posted }))
      if (name === field.name || name.startsWith(`${field.name}.`)) {
        const value = posted[name]
        if (value === undefined || field.type === 'file') delete raw[name]
        else raw[name] = value
      }
  const isBait = Boolean(posted['website'])
  return { ...draft, raw, files, baitTaken: draft.baitTaken || isBait }
}

function faultsOf(
  definition: FormDefinition,
  step: FormStep,
  draft: Draft,
  fileFaults: Draft['fileFaults'],
): AnswerFault[] {
  const parsed = parseStep(definition, step.name, rawAnswers(draft), today())
  const faults = parsed.kind === 'refused' ? parsed.faults : []
  const answers = answersSoFar(definition, rawAnswers(draft), today())
  const isAsked = (name: string) => step.fields.some((field) => field.name === name && isShown(field.showIf, answers))
  const more = fileFaults.filter(({ field }) => isAsked(field))
  return [
    ...faults.filter(({ field }) => !more.some((fault) => fault.field === field)),
    ...more.map(({ field, code }) => ({ field, code })),
  ]
}

export function stepPageOf(
  { slug, token, definition, isDraft, draft, unfinished }: Place,
  step: FormStep,
  isChange: boolean,
): FilingPage {
  const answers = answersSoFar(definition, rawAnswers(draft), today())
  const faults = draft.faulty.includes(step.name) ? faultsOf(definition, step, draft, draft.fileFaults) : []
  const previous = previousStep(definition, answers, step.name)
  const back = isChange
    ? checkPath({ slug }, token.text)
    : previous
      ? stepPath({ slug }, token.text, previous.name)
      : isDraft
        ? ''
        : formPath({ slug })
  return {
    kind: 'step',
    definition,
    token: token.text,
    isDraft,
    step,
    draft,
    unfinished,
    answers,
    faults: faults.map((fault) => ({ ...fault, sentence: sentenceOfFault(definition, fault) })),
    position: positionOf(definition, answers, step.name),
    back,
    isChange,
  }
}

async function showCheck(
  exchange: Exchange,
  { desk, place, show }: { desk: FilingDesk; place: Place; show: ShowPage },
): Promise<void> {
  const { slug, token, definition, isDraft, draft } = place
  const raw = rawAnswers(draft)
  const unfinished = firstUnfinished(definition, raw, today())
  if (unfinished) return seeOther(exchange.response, stepPath({ slug }, token.text, unfinished.name))
  const answers = answersSoFar(definition, raw, today())
  const last = definition.steps.findLast((step) => positionOf(definition, answers, step.name) !== null)
  const back = last ? stepPath({ slug }, token.text, last.name) : formPath({ slug })
  await show(exchange, checkPath({ slug }, token.text), {
    kind: 'check',
    definition,
    token: token.text,
    isDraft,
    answers,
    back,
    challenge: await challengeFor(desk.secret, { id: token.id, expiresAt: Date.now() + tokenLife }),
  })
}
