import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ReviewReason } from '@avizier/cms/filings'
import type { AnswerFault, Answers, FormDefinition } from '@avizier/cms/forms'
import { parseAnswers, rawFromEntries } from '@avizier/cms/forms-answers'
import { firstUnfinished } from '@avizier/cms/forms-journey'
import { sentenceOfFault } from '@avizier/cms/forms-sentences'
import { z } from 'zod'
import { readBody, receiveForm, UnreadableBody } from '../files/receive-form.ts'
import { checkPath, donePath, startFilingPath, stepPath } from '../paths.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { dayOf } from '../romanian/dates.ts'
import { answerJson, type Exchange, isAcceptable, isJson, refuse, seeOther, wantsPage } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import type { TakenFiling } from './filing-spool.ts'
import { uploadsOf } from './filing-uploads.ts'
import { filingSentences } from './filings.ro.ts'
import { draftVersion, type FormToken, issueToken, readToken, tooFast } from './form-token.ts'
import { type ShowPage, stepPageOf } from './journey.endpoint.ts'
import { type Draft, emptyDraft, rawAnswers } from './kept-file.ts'
import { provisionalName } from './kept-filing.ts'
import { isProved } from './proof-of-work.ts'

type Asked = { desk: FilingDesk; slug: string; show: ShowPage }

/** `POST /api/formulare/<slug>`: files, for people (303 to the confirmation) and for machines (201). */
export async function answerSubmission(exchange: Exchange, asked: Asked): Promise<void> {
  if (!isAcceptable(exchange)) return
  try {
    await (isJson(exchange.request) ? fileJson(exchange, asked) : filePost(exchange, asked))
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    const isLong = error.cause === undefined
    refuse(exchange.response, isLong ? 413 : 422, isLong ? filingSentences.tooLong : filingSentences.unreadable)
  }
}

const Posted = z.object({
  key: z.string().min(1).max(200),
  version: z.number().int().positive().optional(),
  answers: z.record(z.string(), z.unknown()),
})

/** A program names its filing itself; its names are kept apart from those of pages. */
async function fileJson({ request, response }: Exchange, { desk, slug }: Asked): Promise<void> {
  const offered = desk.offered(slug)
  const body: unknown = await readBody(request, 1024 * 1024).then((text) => {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  })
  if (!offered) return refuse(response, 404, filingSentences.formUnknown)
  const posted = Posted.safeParse(body)
  if (!posted.success) {
    const isKey = posted.error.issues.some(({ path }) => path[0] === 'key')
    return isKey
      ? refuse(response, 422, filingSentences.keyMissing, 'key')
      : refuse(response, 422, filingSentences.unreadable)
  }
  const { key, version = offered.version, answers } = posted.data
  const definition = await desk.definition(slug, version)
  if (!definition) return refuse(response, 404, filingSentences.formUnknown)
  const fileFault = definition.steps
    .flatMap(({ fields }) => fields)
    .find(({ type, name }) => type === 'file' && [answers[name]].flat().some(Boolean))
  if (fileFault) return refuse(response, 422, filingSentences.fileUnknown, fileFault.name)
  const parsed = parseAnswers(definition, answers, { today: todayInBucharest() })
  if (parsed.kind === 'refused') return answerFaults(response, definition, parsed.faults)
  const isMany = await desk.isOneOfMany(desk.visitorOf(request))
  const outcome = await desk.spool.take({
    key: `m${createHash('sha256').update(`${slug}\0${key}`).digest('hex')}`,
    form: slug,
    version: definition.version,
    title: definition.title,
    answers: parsed.answers,
    files: [],
    receivedAt: new Date().toISOString(),
    review: isMany ? ['one-of-many'] : [],
  })
  answerMachine(response, outcome)
}

function answerMachine(response: ServerResponse, outcome: TakenFiling): void {
  if (outcome.kind === 'key-reused') refuse(response, 409, filingSentences.keyReused)
  else if (outcome.kind === 'refused') answerJson(response, outcome.status, { erori: outcome.faults })
  else if (outcome.kind === 'answered' && outcome.answer.kind === 'registered')
    answerJson(response, 201, outcome.answer.receipt)
  else {
    const { key, receivedAt } = outcome.kind === 'waiting' ? outcome.item : outcome.answer
    const data = dayOf(receivedAt)
    answerJson(response, 201, { numar: provisionalName(key), data, cod: null, termen: null, provizoriu: true })
  }
}

const answerFaults = (response: ServerResponse, definition: FormDefinition, faults: readonly AnswerFault[]): void =>
  answerJson(response, 422, {
    erori: faults.map((fault) => ({ camp: fault.field, mesaj: sentenceOfFault(definition, fault) })),
  })

/** The button of the last page, or a form that posts everything at once. */
async function filePost(exchange: Exchange, { desk, slug, show }: Asked): Promise<void> {
  const { request, response } = exchange
  const offered = desk.offered(slug)
  const fresh = issueToken(desk.secret, { slug, version: offered?.version ?? 1 })
  const received = await receiveForm(request, {
    asked: uploadsOf(offered),
    quarantine: desk.quarantine,
    owner: fresh.id,
  })
  const {
    jeton,
    website,
    cheie: _cheie,
    actiune,
    versiune: _versiune,
    dovada,
    ...posted
  } = rawFromEntries(received.entries)
  const token = readToken(desk.secret, slug, jeton)
  const key = token?.id ?? fresh.id
  if (token && received.files.length > 0) await desk.quarantine.adopt(fresh.id, token.id)
  const isOwnPage = token !== null && Object.keys(posted).length === 0 && received.files.length === 0
  const draft: Draft | null = isOwnPage
    ? await desk.drafts.read(key)
    : { ...emptyDraft, raw: posted, files: await desk.quarantine.filesOf(key), baitTaken: Boolean(website) }
  if (token && (await desk.spool.find(key)) && (isOwnPage || !draft))
    return seeOther(response, donePath({ slug }, token.text))
  if (token?.version === draftVersion) return refuse(response, 409, filingSentences.isDraft)
  const definition = token ? await desk.definition(slug, token.version) : offered
  if (!definition) return refuse(response, 404, filingSentences.formUnknown)
  if (!draft) return seeOther(response, startFilingPath({ slug }))

  const parsed = parseAnswers(definition, rawAnswers(draft), { today: todayInBucharest() })
  const faults = [...(parsed.kind === 'refused' ? parsed.faults : []), ...received.faults]
  const shown = token ?? fresh
  // A device hands over what it had written, and its person goes on page by page.
  if (token && actiune === 'pastreaza') {
    await desk.drafts.write(key, draft)
    return seeOther(response, checkPath({ slug }, token.text))
  }
  if (faults.length > 0 || parsed.kind === 'refused')
    return wantsPage(request)
      ? showFaults(exchange, { desk, show, definition, token: shown, draft })
      : answerFaults(response, definition, faults)
  const outcome = await desk.spool.take({
    key,
    form: slug,
    version: definition.version,
    title: definition.title,
    answers: parsed.answers,
    files: filesIn(parsed.answers, draft),
    receivedAt: new Date().toISOString(),
    review: await reviewOf({ desk, token, draft, dovada, visitor: desk.visitorOf(request) }),
  })
  if (outcome.kind === 'key-reused') return refuse(response, 409, filingSentences.keyReused)
  if (outcome.kind === 'refused') return answerJson(response, outcome.status, { erori: outcome.faults })
  await desk.drafts.remove(key, { isFiled: true })
  seeOther(response, donePath({ slug }, shown.text))
}

/** A file of a question that is not asked any more stays behind. */
const filesIn = (answers: Answers, { files }: Draft) =>
  files.filter(({ id, field }) => {
    const answer = answers[field]
    return Array.isArray(answer) && answer.some((each) => typeof each === 'object' && each.id === id)
  })

async function reviewOf({
  desk,
  token,
  draft,
  dovada,
  visitor,
}: {
  desk: FilingDesk
  token: FormToken | null
  draft: Draft
  dovada: unknown
  visitor: string
}): Promise<ReviewReason[]> {
  const reasons: ReviewReason[] = []
  const hasProof = token !== null && (await isProved(desk.secret, token, dovada))
  if (!token) reasons.push('no-token')
  else if (!hasProof) {
    reasons.push('no-proof')
    if (Date.now() - token.issuedAt < tooFast) reasons.push('too-fast')
  }
  if (draft.baitTaken) reasons.push('bait-taken')
  if (await desk.isOneOfMany(visitor)) reasons.push('one-of-many')
  return reasons
}

/** The first page that lacks something, with everything that was sent in its place. */
async function showFaults(
  exchange: Exchange,
  {
    desk,
    show,
    definition,
    token,
    draft,
  }: { desk: FilingDesk; show: ShowPage; definition: FormDefinition; token: FormToken; draft: Draft },
): Promise<void> {
  const { slug } = definition
  const step = firstUnfinished(definition, rawAnswers(draft), { today: todayInBucharest() }) ?? definition.steps[0]
  if (!step) return refuse(exchange.response, 404, filingSentences.formUnknown)
  const kept: Draft = { ...draft, faulty: [step.name] }
  await desk.drafts.keepDefinition(definition)
  await desk.drafts.write(token.id, kept)
  const page = stepPageOf({ slug, token, definition, isDraft: false, draft: kept, unfinished: [] }, step, false)
  await show(exchange, stepPath({ slug }, token.text, step.name), page, 422)
}
