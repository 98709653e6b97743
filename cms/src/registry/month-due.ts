import type { PayloadRequest, Where } from 'payload'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { addDays, type Day } from './calendar-days.ts'
import type { EntryKind } from './entry-kinds.ts'
import { type EntryState, openStates } from './entry-lifecycle.ts'

export type DueEntry = {
  id: number
  number: number
  registeredOn: Day
  kind: EntryKind
  subject: string
  responsibleId: number | null
  departmentId: number | null
  state: EntryState
  dueOn: Day
}
export type DueFilter = { departmentId?: number | null; personId?: number | null }

/** More than a month of a large town hall holds; beyond it the calendar says that it shows the first ones. */
export const mostDue = 1_000

/** The open entries, as far as the person may see them, that are due from one day to another, by day. */
export async function dueEntries(
  req: PayloadRequest,
  { from, to, filter }: { from: Day; to: Day; filter: DueFilter },
): Promise<DueEntry[]> {
  const where: Where[] = [
    { state: { in: [...openStates] } },
    { dueOn: { greater_than_equal: momentOfDay(from) } },
    { dueOn: { less_than: momentOfDay(addDays(to, 1)) } },
    ...(filter.departmentId ? [{ department: { equals: filter.departmentId } }] : []),
    ...(filter.personId ? [{ responsible: { equals: filter.personId } }] : []),
  ]
  const { docs } = await req.payload.find({
    collection: 'registry',
    where: { and: where },
    sort: ['dueOn', 'registeredAt'],
    limit: mostDue,
    pagination: false,
    depth: 0,
    select: {
      number: true,
      registeredAt: true,
      kind: true,
      subject: true,
      responsible: true,
      department: true,
      state: true,
      dueOn: true,
    },
    user: req.user,
    overrideAccess: false,
  })
  const idOf = (value: unknown) => (value === null || value === undefined ? null : Number(value))
  return docs.flatMap((doc) =>
    doc.dueOn
      ? [
          {
            id: doc.id,
            number: doc.number,
            registeredOn: dayOf(doc.registeredAt),
            kind: doc.kind as EntryKind,
            subject: doc.subject,
            responsibleId: idOf(doc.responsible),
            departmentId: idOf(doc.department),
            state: doc.state as EntryState,
            dueOn: dayOf(doc.dueOn),
          },
        ]
      : [],
  )
}
