import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Transaction } from '../database/transaction.ts'
import { categoryFacts } from './category-facts.ts'
import { ReportPlace } from './contract.ts'
import { departmentByRule, type ReportMedia } from './report-facts.ts'
import { roundedPoint } from './report-near.ts'
import { manyLines } from './report-words.ts'
import {
  type LockedReport,
  type ReportChange,
  type ReportRefused,
  refused,
  workOnReport,
} from './work-on-report.action.ts'

const publicText = z.string().trim().max(4_000).transform(manyLines)
const reason = z.string().trim().min(3, 'Scrieți motivul.').max(1_000)
const noteText = z.string().trim().max(1_000).default('')

/** What a clerk may change before the public reads it, and afterwards; what was sent stays as it was sent. */
export const EditInput = z.object({
  publicDescription: publicText.optional(),
  category: z.string().max(80).optional(),
  place: ReportPlace.optional(),
  /** The fingerprints that are shown, in this order, with what each shows in words; the others stay in the record. */
  media: z
    .array(z.object({ sha256: z.string(), alt: z.string().trim().max(300).default('') }))
    .max(10)
    .optional(),
})
type Edit = z.infer<typeof EditInput>

export const editReport = (req: PayloadRequest, id: number, input: Edit, now: Date) =>
  workOnReport(req, { id, verb: 'edit', now }, async (report) => {
    const edited = await editOf(req, report, input)
    return edited.kind === 'refused' ? edited : { ...edited, events: [{ kind: 'edited' }] }
  })

/** Publishes, with the last changes; and sends it to who the rules of its category name. */
export const publishReport = (req: PayloadRequest, id: number, input: Edit, now: Date) =>
  workOnReport(req, { id, verb: 'publish', now }, async (report, transaction) => {
    const edited = await editOf(req, report, input)
    if (edited.kind === 'refused') return edited
    const category = await categoryFacts(req, { id: edited.set?.categoryId ?? report.categoryId })
    const village = edited.set && 'village' in edited.set ? (edited.set.village ?? null) : report.place.village
    const departmentId = report.departmentId ?? (category ? departmentByRule(category, village) : null)
    const department = departmentId === null ? null : await departmentName(transaction, departmentId)
    return {
      ...edited,
      to: department === null ? 'published' : 'routed',
      set: { ...edited.set, departmentId, reason: null, publishedAt: now.toISOString() },
      events: [
        { kind: 'published' },
        ...(department === null ? [] : [{ kind: 'routed', data: { department } } as const]),
      ],
    }
  })

export const HoldInput = z.object({ text: noteText })
export const holdReport = (req: PayloadRequest, id: number, { text }: z.infer<typeof HoldInput>, now: Date) =>
  workOnReport(req, { id, verb: 'hold', now }, async () => ({
    kind: 'change',
    set: { reason: text || null },
    events: [{ kind: 'held', data: { text } }],
  }))

export const RefuseInput = z.object({ text: reason })
export const refuseReport = (req: PayloadRequest, id: number, { text }: z.infer<typeof RefuseInput>, now: Date) =>
  workOnReport(req, { id, verb: 'refuse', now }, async () => ({
    kind: 'change',
    set: { reason: text },
    events: [{ kind: 'refused', data: { text } }],
    letterToReporter: { kind: 'refused', data: { reason: text } },
  }))

/** Takes a published report off the site at once: something in it should not be seen. */
export const takeDownReport = (req: PayloadRequest, id: number, { text }: z.infer<typeof RefuseInput>, now: Date) =>
  workOnReport(req, { id, verb: 'takeDown', now }, async () => ({
    kind: 'change',
    set: { reason: text },
    events: [{ kind: 'takenDown', data: { text } }],
  }))

async function editOf(
  req: PayloadRequest,
  report: LockedReport,
  { publicDescription, category, place, media }: Edit,
): Promise<ReportChange | ReportRefused> {
  const facts = category === undefined ? null : await categoryFacts(req, { slug: category })
  if (category !== undefined && !facts) return refused('category-unknown', 'category')
  const shown = media && orderedMedia(report.media, media)
  if (shown === null) return refused('media-unknown', 'media')
  const point = place?.point ? roundedPoint(place.point) : null
  return {
    kind: 'change',
    set: {
      ...(publicDescription === undefined ? {} : { publicDescription }),
      ...(facts ? { categoryId: facts.id } : {}),
      ...(place
        ? {
            lat: point?.lat ?? null,
            lng: point?.lng ?? null,
            village: place.village,
            street: place.street,
            placeWords: place.words,
          }
        : {}),
    },
    ...(shown ? { media: shown } : {}),
    events: [],
  }
}

/** The media of a report in the clerk's order; those he left out are kept behind, hidden. Null when one is not its own. */
function orderedMedia(
  kept: readonly ReportMedia[],
  asked: readonly { sha256: string; alt: string }[],
): ReportMedia[] | null {
  const shown = asked.map(({ sha256, alt }) => {
    const item = kept.find((each) => each.sha256 === sha256)
    return item ? { ...item, alt, isHidden: false } : null
  })
  if (shown.includes(null)) return null
  const names = new Set(asked.map(({ sha256 }) => sha256))
  return [
    ...(shown as ReportMedia[]),
    ...kept.filter(({ sha256 }) => !names.has(sha256)).map((item) => ({ ...item, isHidden: true })),
  ]
}

/** How people call a department that is at work; null for one that has ended or never was. */
export async function departmentName(transaction: Transaction, id: number): Promise<string | null> {
  const [row] = await transaction.rows<{ name: string }>(
    sql`select coalesce(public_name, name) as name from departments where id = ${id} and is_active`,
  )
  return row?.name ?? null
}
