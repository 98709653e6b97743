import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { addDays, type Day } from './calendar-days.ts'
import type { EntryKind } from './entry-kinds.ts'
import { type EntryState, openStates } from './entry-lifecycle.ts'

/** The piles on a clerk's desk. */
export const queues = [
  'unrouted',
  'overdue',
  'soon',
  'open',
  'waiting',
  'inApproval',
  'toDispatch',
  'toReview',
  'reserved',
  'all',
] as const
export type Queue = (typeof queues)[number]

const isOpen: Where = { state: { in: [...openStates] } }
/** A day that is near enough to be spoken of: three days. */
const soonDays = 3

function pileOf(queue: Queue, today: Day): Where {
  const before = (day: Day) => ({ dueOn: { less_than: momentOfDay(day) } })
  switch (queue) {
    case 'unrouted':
      return { state: { equals: 'registered' } }
    case 'overdue':
      return { and: [isOpen, before(today)] }
    case 'soon':
      return {
        and: [isOpen, { dueOn: { greater_than_equal: momentOfDay(today) } }, before(addDays(today, soonDays + 1))],
      }
    case 'open':
      return isOpen
    case 'waiting':
      return { state: { equals: 'awaitingApplicant' } }
    case 'inApproval':
      return { state: { equals: 'inApproval' } }
    case 'toDispatch':
      return { state: { equals: 'approved' } }
    case 'toReview':
      return { and: [isOpen, { review: { equals: 'waiting' } }] }
    case 'reserved':
      return { state: { equals: 'reserved' } }
    case 'all':
      return {}
    default:
      return queue satisfies never
  }
}

export type QueueRow = {
  id: number
  number: number
  registeredOn: Day
  kind: EntryKind
  subject: string
  correspondentName: string | null
  department: string | null
  responsible: string | null
  responsibleId: number | null
  state: EntryState
  dueOn: Day | null
  isOverdue: boolean
  /** Why it is to be reviewed, while nobody has. */
  reviewReasons: unknown
}

export type QueueFilter = {
  departmentId?: number | null
  personId?: number | null
  kind?: string | null
  text?: string
}
export type Names = { departments: Map<number, string>; people: Map<number, string> }

/** The names behind the ids that staff see; accounts themselves are open to the administrator alone. */
export async function namesOf(req: Pick<PayloadRequest, 'payload'>): Promise<Names> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [departments, people] = await Promise.all([
    pool.query<{ id: number; name: string }>('select id, name from record.departments where is_active order by name'),
    pool.query<{ id: number; name: string }>('select id, name from record.staff order by name'),
  ])
  const map = (rows: { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  return { departments: map(departments.rows), people: map(people.rows) }
}

/** One pile as far as this person may see it, a page of fifty, and how many lie in each. */
export async function workQueue(
  req: PayloadRequest,
  { queue, filter, page, now, names }: { queue: Queue; filter: QueueFilter; page: number; now: Date; names: Names },
): Promise<{ rows: QueueRow[]; hasMore: boolean; counts: Record<Queue, number> }> {
  const today = dayOf(now)
  const narrowed: Where[] = [
    ...(filter.departmentId ? [{ department: { equals: filter.departmentId } }] : []),
    ...(filter.personId ? [{ responsible: { equals: filter.personId } }] : []),
    ...(filter.kind ? [{ kind: { equals: filter.kind } }] : []),
    ...(filter.text ? [textFilter(filter.text)] : []),
  ]
  const where = (of: Queue): Where => ({ and: [pileOf(of, today), ...narrowed] })
  const size = 50
  const [found, ...counted] = await Promise.all([
    req.payload.find({
      collection: 'registry',
      where: where(queue),
      sort:
        queue === 'all'
          ? '-registeredAt'
          : queue === 'unrouted' || queue === 'toReview'
            ? 'registeredAt'
            : ['dueOn', 'registeredAt'],
      limit: size + 1,
      pagination: false,
      ...(page > 1 ? { page, pagination: true, limit: size } : {}),
      depth: 0,
      select: {
        number: true,
        registeredAt: true,
        kind: true,
        subject: true,
        correspondentName: true,
        department: true,
        responsible: true,
        state: true,
        dueOn: true,
        review: true,
        reviewReasons: true,
      },
      user: req.user,
      overrideAccess: false,
    }),
    ...queues.map((of) =>
      req.payload.count({ collection: 'registry', where: where(of), user: req.user, overrideAccess: false }),
    ),
  ])
  const rows = found.docs.slice(0, size).map((doc) => {
    const dueOn = doc.dueOn ? dayOf(doc.dueOn) : null
    return {
      id: doc.id,
      number: doc.number,
      registeredOn: dayOf(doc.registeredAt),
      kind: doc.kind as EntryKind,
      subject: doc.subject,
      correspondentName: doc.correspondentName ?? null,
      department: names.departments.get(Number(doc.department)) ?? null,
      responsible: names.people.get(Number(doc.responsible)) ?? null,
      responsibleId: doc.responsible ? Number(doc.responsible) : null,
      state: doc.state as EntryState,
      dueOn,
      isOverdue: dueOn !== null && dueOn < today && openStates.includes(doc.state as EntryState),
      reviewReasons: doc.review === 'waiting' ? doc.reviewReasons : null,
    }
  })
  return {
    rows,
    hasMore: page > 1 ? found.hasNextPage : found.docs.length > size,
    counts: Object.fromEntries(queues.map((of, index) => [of, counted[index]?.totalDocs ?? 0])) as Record<
      Queue,
      number
    >,
  }
}

/** A number finds its entry; words are looked for in the name and the subject. */
const textFilter = (text: string): Where =>
  /^\d{1,9}$/.test(text)
    ? { number: { equals: Number(text) } }
    : { or: [{ correspondentName: { like: text } }, { subject: { like: text } }] }
