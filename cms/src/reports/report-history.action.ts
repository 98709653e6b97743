import { Readable } from 'node:stream'
import { createLocalReq, type Payload } from 'payload'
import { keepFiledBytes } from '../files/filed-bytes.ts'
import { answerReport } from './answer-report.action.ts'
import { closeReport } from './close-reports.job.ts'
import { ReportSubmission } from './contract.ts'
import { declineReport, finishReport } from './finish-report.action.ts'
import { mergeReports } from './merge-reports.action.ts'
import { publishReport, refuseReport } from './moderate-report.action.ts'
import { type ReportMedia, toSubmission } from './report-facts.ts'
import { forwardReport, noteReport, planReport, startReport } from './route-report.action.ts'
import { submitReport } from './submit-report.action.ts'
import type { ReportOutcome } from './work-on-report.action.ts'

export type PastPhoto = { name: string; jpeg: Uint8Array; alt: string }
/** What happened to a report that is told afterwards: a step, and when. */
export type PastStep = { at: Date } & (
  | { do: 'publish' | 'start' | 'confirm' | 'close' }
  | { do: 'forward' | 'refuse' | 'decline' | 'reopen' | 'note'; text: string }
  | { do: 'plan'; on: string; text: string }
  | { do: 'finish'; photos: PastPhoto[]; text: string }
  | { do: 'merge'; into: string }
)
export type PastReport = Omit<ReportSubmission, 'media'> & { at: Date; photos: PastPhoto[]; story: PastStep[] }

/**
 * Brings in a report with its whole story, through the very steps that people take, each at its own moment.
 * @throws Error when a step is refused: a story that could not have happened is not brought in
 */
export async function bringInReport(
  payload: Payload,
  { at, photos, story, ...given }: PastReport,
  actor: string,
): Promise<string> {
  const media = await Promise.all(photos.map(keep))
  const submission = toSubmission(ReportSubmission.parse({ ...given, media }) as Required<ReportSubmission>, at)
  const outcome = await submitReport(await createLocalReq({}, payload), submission, at)
  if (outcome.kind !== 'stored') throw new Error(`A report was not taken: ${JSON.stringify(outcome)}`)
  const { id } = outcome
  for (const step of story) {
    const taken = await take(payload, { id, media, step, actor })
    if (taken.kind === 'refused') throw new Error(`${outcome.receipt.numar} was not to be ${step.do}: ${taken.code}`)
  }
  return outcome.receipt.numar
}

async function take(
  payload: Payload,
  { id, media, step, actor }: { id: number; media: ReportMedia[]; step: PastStep; actor: string },
): Promise<ReportOutcome> {
  const { at } = step
  const req = await createLocalReq({}, payload)
  // A story is told by nobody who has an account.
  req.user = { id: 0, name: actor, roles: ['mayor'], departments: [], collection: 'staff' } as never
  const report = { id, state: 'done' as const, mergedIntoId: null }
  switch (step.do) {
    case 'publish':
      return publishReport(req, id, { media: media.map(({ sha256, alt = '' }) => ({ sha256, alt })) }, at)
    case 'start':
      return startReport(req, id, { text: '' }, at)
    case 'note':
      return noteReport(req, id, { text: step.text, isPublic: true }, at)
    case 'plan':
      return planReport(req, id, { on: step.on, text: step.text }, at)
    case 'forward':
      return forwardReport(req, id, { authority: '', email: '', text: step.text }, at)
    case 'refuse':
      return refuseReport(req, id, { text: step.text }, at)
    case 'decline':
      return declineReport(req, id, { text: step.text }, at)
    case 'finish': {
      const kept = await Promise.all(step.photos.map(keep))
      const proof = kept.map((item) => ({ ...item, alt: item.alt ?? '' }))
      return finishReport(req, id, { proof, text: step.text }, at)
    }
    case 'confirm':
      return answerReport(req, report, { raspuns: 'confirmed', motiv: '', media: [] }, at)
    case 'reopen':
      return answerReport(req, report, { raspuns: 'reopened', motiv: step.text, media: [] }, at)
    case 'close':
      return closeReport(payload, id, at)
    case 'merge':
      return mergeReports(req, id, { intoId: await idOfKey(payload, step.into) }, at)
    default:
      return step satisfies never
  }
}

async function keep({ name, jpeg, alt }: PastPhoto): Promise<ReportMedia & { mimeType: string }> {
  const kept = await keepFiledBytes(Readable.toWeb(Readable.from([Buffer.from(jpeg)])) as never)
  if (kept.kind === 'refused') throw new Error(`A photo could not be kept: ${name}, ${kept.code}`)
  return { sha256: kept.sha256, name, bytes: kept.bytes, mimeType: 'image/jpeg', alt }
}

async function idOfKey(payload: Payload, key: string): Promise<number> {
  const { docs } = await payload.find({
    collection: 'reports',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return Number(docs[0]?.id ?? 0)
}
