import { z } from 'zod'
import { PublicFile } from '../files/contract.ts'
import { Day, Moment, Publication } from '../publishing/contract.ts'
import { EntryFile } from '../registry/contract.ts'
import { PublicMedia } from './media/contract.ts'

/** The number of a report, by its year: `2026-0412`. Its page is `/sesizari/2026-0412/`. */
export const ReportNumber = z.string().regex(/^20\d{2}-\d{4,7}$/)

/**
 * Where a report stands. `received`, `held` and `refused` are never public; every other one is.
 * `done` waits for the reporter's word; `confirmed` has it, `closed` did not get it in time; `declined` will not be
 * done, with the reason; `merged` is a duplicate that lives on in another report.
 */
export const ReportState = z.enum([
  'received',
  'held',
  'refused',
  'published',
  'routed',
  'forwarded',
  'planned',
  'inWork',
  'done',
  'reopened',
  'confirmed',
  'closed',
  'declined',
  'merged',
])
export type ReportState = z.infer<typeof ReportState>

/** The states a reader may meet. */
export const PublicReportState = ReportState.exclude(['received', 'held', 'refused'])
export type PublicReportState = z.infer<typeof PublicReportState>

/** How a state looks: nobody has it yet, somebody has it, it is solved, it needs attention, it is over without being solved. */
export const stateTones = {
  published: 'waiting',
  routed: 'moving',
  forwarded: 'moving',
  planned: 'moving',
  inWork: 'moving',
  done: 'solved',
  confirmed: 'solved',
  closed: 'solved',
  reopened: 'attention',
  declined: 'over',
  merged: 'over',
} as const satisfies Record<PublicReportState, 'waiting' | 'moving' | 'solved' | 'attention' | 'over'>

const openStates: readonly PublicReportState[] = ['published', 'routed', 'forwarded', 'planned', 'inWork', 'reopened']
/** Whether somebody still has to do something: the filter "deschise", and Open311's `open`. */
export const isOpenState = (state: ReportState): boolean => openStates.includes(state as PublicReportState)

/** WGS 84, rounded to a metre. */
export const Point = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
export type Point = z.infer<typeof Point>

/** Where it is: a point, or words that somebody can find it by. `village` is the name of a village of the institution. */
export const ReportPlace = z.object({
  point: Point.nullable(),
  village: z.string().max(80).nullable(),
  street: z.string().max(120).nullable(),
  /** "lângă podeț, vizavi de școală" */
  words: z.string().max(300).nullable(),
})
export type ReportPlace = z.infer<typeof ReportPlace>

/** Why somebody should look first: what the site noticed, and what the record itself noticed. */
export const ReportReviewReason = z.enum([
  'no-token',
  'too-fast',
  'bait-taken',
  'one-of-many',
  'rough-words',
  'links',
  'personal-data',
  'outside-commune',
])
export type ReportReviewReason = z.infer<typeof ReportReviewReason>

/**
 * What the site hands over: the body of `POST /api/reports`, with `Authorization: Bearer <CHANGES_TOKEN>`. `key` names
 * the report: the same key again is answered the same, and with another content it is refused. The bytes of every
 * photo and video are put before, at `PUT /api/reports/media/<sha256>` (204, or 422 when they are others).
 * Answers 201 `ReportReceipt`, 409 (the key belongs to another report) or 422 with `erori`.
 */
export const ReportSubmission = z.object({
  key: z.string().regex(/^[\w.:-]{16,120}$/),
  category: z.string().max(80),
  description: z.string().trim().min(3).max(4_000),
  place: ReportPlace,
  /** `name` is what the phone called it; the order is the reporter's. */
  media: z.array(EntryFile).max(10).default([]),
  /** All null when nobody wants to be known. Never public. */
  reporter: z
    .object({
      name: z.string().max(200).nullable(),
      email: z.email().max(254).nullable(),
      phone: z.string().max(40).nullable(),
    })
    .default({ name: null, email: null, phone: null }),
  /** Asks for the written answer of OG 27/2002: with a name, and an e-mail or a phone, it enters the register of petitions too. */
  wantsAnswer: z.boolean().default(false),
  /** Wants an e-mail at every step. */
  wantsNews: z.boolean().default(false),
  source: z.enum(['site', 'open311', 'counter', 'phone']).default('site'),
  /** When the site took it, where that was before now. */
  receivedAt: Moment.nullish(),
  review: z.array(ReportReviewReason).max(10).default([]),
  /** The site's own digest of the visitor's address, for the limits, never the address; null where there is none. */
  visitor: z.string().min(8).max(128).nullable().default(null),
})
export type ReportSubmission = z.input<typeof ReportSubmission>

/** The answer 201. `cod` opens the status before anything is public, and confirms or reopens when it is done. */
export const ReportReceipt = z.object({
  numar: ReportNumber,
  data: Day,
  cod: z.string(),
  /** Where it also entered the register of petitions: its number there, under the same code, and its term. */
  petitie: z
    .object({
      numar: z.number().int().positive(),
      data: Day,
      termen: z.object({ data: Day.nullable(), explicatie: z.string() }).nullable(),
    })
    .nullable(),
  provizoriu: z.literal(false),
})
export type ReportReceipt = z.infer<typeof ReportReceipt>

/** Every refusal: 404, 409, 422, 429. */
export const ReportRefusal = z.object({ erori: z.array(z.object({ camp: z.string(), mesaj: z.string() })) })
export type ReportRefusal = z.infer<typeof ReportRefusal>

const visitor = z.string().min(8).max(128)

/** `POST /api/reports/status`, with the token: 200 `ReportStatus`, 404 with one body for every wrong pair, 429. */
export const ReportStatusQuestion = z.object({ numar: z.string().max(40), cod: z.string().max(40), adresa: visitor })
export const ReportStatus = z.object({
  numar: ReportNumber,
  data: Day,
  stare: ReportState,
  /** "În lucru" */
  stadiu: z.string(),
  pasUrmator: z.string(),
  compartiment: z.string().nullable(),
  estePublica: z.boolean(),
  /** The last day on which the reporter can say that it is not done; null when there is nothing to say. */
  raspundePanaLa: Day.nullable(),
  istoric: z.array(z.object({ data: Moment, stadiu: z.string(), descriere: z.string() })),
})
export type ReportStatus = z.infer<typeof ReportStatus>

/**
 * `POST /api/reports/answer`, with the token: the reporter says that it is done, or that it is not, by the code or by
 * the link of the letter (`/sesizari/<numar>/raspuns/?jeton=`). 200 `{ stare, stadiu }`, 404 for every wrong pair,
 * 409 with `erori` when there is nothing to say any more, 429.
 */
export const ReporterAnswer = z.object({
  numar: z.string().max(40),
  cod: z.string().max(40).nullish(),
  jeton: z.string().max(200).nullish(),
  raspuns: z.enum(['confirmed', 'reopened']),
  motiv: z.string().trim().max(1_000).default(''),
  media: z.array(EntryFile).max(5).default([]),
  adresa: visitor,
})
export type ReporterAnswer = z.input<typeof ReporterAnswer>

/**
 * `POST /api/reports/follow`, with the token: 202 whatever the address, so that nobody learns who follows; the letter
 * asks to confirm at `/sesizari/<numar>/urmaresc/?jeton=`. 404 when there is no such public report, 429.
 * `POST /api/reports/follow/confirm` and `POST /api/reports/follow/end` take `{ jeton }`: 200 `{ numar }` or 404.
 * Every letter says how to end it: `/sesizari/<numar>/nu-mai-urmaresc/?jeton=`.
 */
export const FollowRequest = z.object({ numar: z.string().max(40), email: z.email().max(254), adresa: visitor })
export const FollowToken = z.object({ jeton: z.string().max(200) })

/** `POST /api/reports/nearby`, with the token: open, public, of the same category, nearest first, at most five. */
export const NearbyQuestion = z.object({ point: Point, category: z.string().max(80) })
export const NearbyReports = z.object({
  sesizari: z.array(
    z.object({
      numar: ReportNumber,
      titlu: z.string(),
      stare: PublicReportState,
      stadiu: z.string(),
      data: Day,
      metri: z.number().int().nonnegative(),
    }),
  ),
})
export type NearbyReports = z.infer<typeof NearbyReports>

/** Where the letters of the record send people; the site answers there. */
export const reportPaths = {
  page: (number: string) => `/sesizari/${number}/`,
  answer: (number: string, token: string) => `/sesizari/${number}/raspuns/?jeton=${token}`,
  confirmFollow: (number: string, token: string) => `/sesizari/${number}/urmaresc/?jeton=${token}`,
  endFollow: (number: string, token: string) => `/sesizari/${number}/nu-mai-urmaresc/?jeton=${token}`,
} as const

/** What happened to a report, as everybody may read it. */
export const ReportStep = z.object({
  at: Moment,
  kind: z.enum([
    'reported',
    'published',
    'routed',
    'forwarded',
    'planned',
    'started',
    'noted',
    'done',
    'confirmed',
    'reopened',
    'closed',
    'declined',
    'merged',
    'joined',
  ]),
  /** "Sesizarea a ajuns la compartimentul Gospodărire." */
  text: z.string(),
})
export type ReportStep = z.infer<typeof ReportStep>

/** A photo or a video with what it shows, in words. */
export const ShownMedia = z.object({ alt: z.string(), media: PublicMedia })
export type ShownMedia = z.infer<typeof ShownMedia>

/** A report as everybody may read it: never who reported it, never before a clerk has looked at it. */
export const PublicReport = Publication.extend({
  noun: z.literal('reports'),
  number: ReportNumber,
  /** "Groapă în drum, Strada a IV-a, Săcălaz" */
  title: z.string(),
  category: z.object({ slug: z.string(), name: z.string() }),
  state: PublicReportState,
  place: ReportPlace,
  /** As moderated. */
  description: z.string(),
  reportedAt: Moment,
  /** Who has it: a department of the town hall, by its public name. */
  department: z.string().nullable(),
  /** The outside authority that has it, when it was forwarded. */
  authority: z.string().nullable(),
  plannedOn: Day.nullable(),
  /** By when the category usually is solved: a promise, not a legal term. */
  expectedOn: Day.nullable(),
  doneAt: Moment.nullable(),
  /** The last day on which the reporter can reopen it. */
  answerUntil: Day.nullable(),
  /** From the report to the last time it was done, in whole calendar days; null while it is open. */
  daysToFix: z.number().int().nonnegative().nullable(),
  timesReopened: z.number().int().nonnegative(),
  steps: z.array(ReportStep),
  before: z.array(ShownMedia),
  /** The proof. */
  after: z.array(ShownMedia),
  /** Numbers of the reports that were merged into this one. */
  duplicates: z.array(ReportNumber),
  mergedInto: ReportNumber.nullable(),
  /** The files of `before` and `after`, for whoever brings them to the site. */
  files: z.array(PublicFile),
})
export type PublicReport = z.infer<typeof PublicReport>

export const ReportCategory = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string(),
  group: z.string(),
  /** What belongs here, in a few words; may be empty. */
  hint: z.string(),
  expectedDays: z.number().int().positive().nullable(),
  /** Who has such things by default: a department's public name, or an outside authority's. */
  handledBy: z.string().nullable(),
})
export type ReportCategory = z.infer<typeof ReportCategory>

/** What the form and the lists have to know: there is one, with the id `reporting`. */
export const PublicReporting = Publication.extend({
  noun: z.literal('reporting'),
  /** In the clerk's order, without those that take nothing new. */
  categories: z.array(ReportCategory),
  nearbyMetres: z.number().int().positive(),
  answerDays: z.number().int().positive(),
  /** "Pentru un pericol imediat sunați la 112." */
  urgentNotice: z.string(),
})
export type PublicReporting = z.infer<typeof PublicReporting>
