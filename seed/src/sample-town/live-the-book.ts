import { randomBytes } from 'node:crypto'
import { judgeFiling } from '@avizier/cms/filings-judge'
import { submitFiling } from '@avizier/cms/filings-submit'
import { RegisterInput, registerEntry } from '@avizier/cms/registry-register'
import { takeStep } from '@avizier/cms/registry-steps'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { type BookEntry, book } from './book.ts'
import { daysFrom } from './calendar.ts'
import { type Colleague, colleagues } from './colleagues.ts'

type Verb = Parameters<typeof takeStep>[1]['verb']
/** Somebody does something with a paper at a moment; the papers' registrations are such moments too. */
type Deed = { at: Date; entry: BookEntry; by: Colleague; verb: Verb | 'register'; body: Record<string, unknown> }

/**
 * Lives through the sample book: the colleagues are there, and every paper is registered, routed and answered by the
 * town hall's own actions, in the order of their moments, so that numbers grow with time as in a real year. The days
 * are counted back from `today`: what is late stays late. Nothing happens after `now`.
 */
export async function liveTheBook(payload: Payload, { today, now }: { today: string; now: Date }): Promise<number> {
  const departments = await idsOf(payload)
  const people = await hire(payload, departments)
  const requestOf = await requestsOf(payload, people)
  const ids = new Map<BookEntry, number>()
  const deeds = book.flatMap((entry, index) => deedsOf(entry, index, { today, departments, people }))
  for (const deed of deeds.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const id = ids.get(deed.entry)
    if (deed.verb === 'register') ids.set(deed.entry, await register(requestOf(deed.by), deed))
    else if (id !== undefined) await step(requestOf(deed.by), id, deed.verb, deed)
  }
  return ids.size
}

async function idsOf(payload: Payload): Promise<Map<string, number>> {
  const { docs } = await payload.find({ collection: 'departments', pagination: false, depth: 0, overrideAccess: true })
  return new Map(docs.map(({ code, id }) => [code, Number(id)]))
}

async function hire(payload: Payload, departments: Map<string, number>): Promise<Map<Colleague, number>> {
  const hired = new Map<Colleague, number>()
  for (const { key, name, roles, departments: codes } of colleagues) {
    const { id } = await payload.create({
      collection: 'staff',
      data: {
        name,
        email: `${key}@sacalaz.example`,
        password: randomBytes(24).toString('base64url'),
        roles: [...roles],
        departments: codes.flatMap((code) => departments.get(code) ?? []),
      },
      depth: 0,
      context: { actor: 'Localitate demonstrativă' },
      overrideAccess: true,
    })
    hired.set(key, Number(id))
  }
  return hired
}

/** A request of each colleague, as if he were signed in; each deed has one of its own, with a transaction of its own. */
async function requestsOf(payload: Payload, people: Map<Colleague, number>) {
  const { docs } = await payload.find({ collection: 'staff', pagination: false, depth: 0, overrideAccess: true })
  const requests = new Map<Colleague, PayloadRequest>()
  for (const [key, id] of people) {
    const user = docs.find((doc) => Number(doc.id) === id)
    requests.set(key, await createLocalReq({ user: { ...user, collection: 'staff' } as never }, payload))
  }
  return (key: Colleague): PayloadRequest => {
    const request = requests.get(key)
    if (!request) throw new Error(`Nobody in the sample town is ${key}`)
    return { ...request, context: {}, transactionIDPromise: undefined } as PayloadRequest
  }
}

/** Morning and midday hours, one after the other, so that no two deeds share a minute. */
const at = (day: string, order: number) => new Date(new Date(`${day}T06:30:00Z`).getTime() + order * 7 * 60_000)

/** Offices are closed on Saturday and Sunday: what would fall there is done on the Friday before. */
function officeDay(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? daysFrom(day, -1) : weekday === 0 ? daysFrom(day, -2) : day
}

function deedsOf(
  entry: BookEntry,
  index: number,
  { today, departments, people }: { today: string; departments: Map<string, number>; people: Map<Colleague, number> },
): Deed[] {
  const registeredOn = daysFrom(today, -entry.daysAgo)
  const deeds: Deed[] = []
  let order = index % 10
  const onDay = (after: number, by: Colleague, verb: Deed['verb'], body: Record<string, unknown> = {}) => {
    const day = after === 0 && entry.channel === 'site' ? registeredOn : officeDay(daysFrom(registeredOn, after))
    // A step never comes before the one it follows, though its Friday may.
    const moment = new Date(Math.max(at(day, order++).getTime(), (deeds.at(-1)?.at.getTime() ?? 0) + 60_000))
    deeds.push({ at: moment, entry, by, verb, body })
  }
  onDay(0, 'registrar', 'register')
  if (entry.became === 'unrouted') return deeds
  const routing = {
    departmentId: departments.get(entry.department),
    responsibleId: people.get(entry.who),
    order: 'Spre soluționare, în termenul legii.',
  }
  const isPaperForAnswer = !entry.direction
  if (isPaperForAnswer) onDay(1, 'mayor', 'route', routing)
  const signer: Colleague = entry.who === 'mayor' ? 'secretary' : 'mayor'
  const draft = (after: number, outcome = 'favourable') =>
    onDay(after, entry.who, 'draftAnswer', {
      text: `Bună ziua,\n\nCu privire la „${entry.subject}”: am verificat și vă răspundem mai jos.\n\nCu stimă,\nPrimăria`,
      outcome,
    })
  switch (entry.became) {
    case 'routed':
      return deeds
    case 'working':
      onDay(2, entry.who, 'start')
      return deeds
    case 'drafted':
      onDay(2, entry.who, 'start')
      draft(5)
      return deeds
    case 'approved':
      draft(5)
      onDay(6, signer, 'approveAnswer')
      return deeds
    case 'answered': {
      const { after, outcome, by = 'counter' } = entry
      if (after > 3) onDay(2, entry.who, 'start')
      draft(Math.max(1, after - 1), outcome)
      onDay(after, signer, 'approveAnswer')
      onDay(after, 'registrar', 'dispatch', { by, withOwnNumber: after > 8 })
      return deeds
    }
    case 'waiting':
      onDay(entry.after, entry.who, 'askCompletion', { what: entry.what })
      return deeds
    case 'completed':
      onDay(entry.after, entry.who, 'askCompletion', { what: entry.what })
      onDay(entry.after + 5, 'registrar', 'receiveCompletion', { note: 'Aduse la ghișeu.' })
      return deeds
    case 'extended':
      onDay(2, entry.who, 'start')
      onDay(entry.after, 'mayor', 'extend', { reason: entry.reason })
      return deeds
    case 'forwarded':
      onDay(entry.after, entry.who, 'forward', { to: entry.to, reason: 'Drumul nu este al comunei.' })
      return deeds
    case 'reclassified':
      onDay(entry.after, 'registrar', 'reclassify', { to: 'petition', reason: entry.reason })
      return deeds
    case 'withdrawn':
      onDay(entry.after, 'registrar', 'withdraw', { reason: entry.reason })
      return deeds
    case 'closed':
      onDay(entry.after, 'registrar', 'close', { reason: entry.reason })
      return deeds
    default:
      return entry satisfies never
  }
}

async function register(req: PayloadRequest, { entry, at: now }: Deed): Promise<number> {
  const key = `exemplu-${randomBytes(12).toString('hex')}`
  if (entry.channel === 'site') {
    const outcome = await submitFiling(
      { ...req, user: null } as PayloadRequest,
      {
        key,
        form: { slug: 'petitie', version: 1 },
        answers: {
          nume: entry.from,
          telefon: '0256 000 100',
          localitate: 'Săcălaz',
          obiect: entry.subject,
          descriere: `${entry.subject}. Vă rog să verificați și să îmi răspundeți.`,
        },
        files: [],
        receivedAt: now,
        review: entry.review ?? [],
      },
      { forms: judgeFiling, now },
    )
    if (outcome.kind === 'registered') return outcome.entryId
    throw new Error(`A sample filing was refused: ${JSON.stringify(outcome)}`)
  }
  const input = RegisterInput.parse({
    key,
    kind: entry.kind,
    channel: entry.channel,
    direction: entry.direction ?? 'incoming',
    subject: entry.subject,
    correspondentName: entry.from,
    correspondentAddress: entry.direction ? null : 'Săcălaz',
    ...(entry.direction ? { departmentCode: entry.department } : {}),
    pages: 1 + (entry.subject.length % 4),
  })
  const outcome = await registerEntry(req, input, now)
  if (outcome.kind === 'registered') return outcome.entry.id
  throw new Error(`A sample paper was refused: ${entry.subject}: ${JSON.stringify(outcome)}`)
}

async function step(req: PayloadRequest, id: number, verb: Verb, { entry, body, at: now }: Deed): Promise<void> {
  const outcome = await takeStep(req, { id, verb, body, now })
  if (!('kind' in outcome) || outcome.kind !== 'done')
    throw new Error(`A sample step was refused: ${verb} of „${entry.subject}”: ${JSON.stringify(outcome)}`)
}
