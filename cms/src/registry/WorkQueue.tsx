import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { mailText } from '../mail/letters.ro.ts'
import { lettersInHand } from '../mail/send-letters.job.ts'
import { dayOf } from '../publishing/calendar.ts'
import { DeskFilter } from './DeskFilter.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { DeskPiles } from './DeskPiles.tsx'
import { deskText, queueLabels } from './desk.ro.ts'
import { entryKindNames } from './entry-kinds.ts'
import { mayReadWholeBook, mayRegister } from './entry-lifecycle.ts'
import { InfectedFiles } from './InfectedFiles.tsx'
import { leavesFrom, withAbsences } from './leaves.ts'
import { QueueTable } from './QueueTable.tsx'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { kindLabels, stateLabels } from './registry.ro.ts'
import { reviewSentence } from './review.ro.ts'
import { countOf, longDay, shortDay } from './words.ro.ts'
import { namesOf, type Queue, queues, workQueue } from './work-queue.ts'

/** The day's work: piles with their counts, fifty rows of one of them, and the routing of many at once. */
export async function WorkQueue(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  if (!worker || !(mayRegister(worker) || mayReadWholeBook(worker)))
    return (
      <DeskFrame {...props}>
        <h1>{deskText.title}</h1>
        <p>{deskText.noAccess}</p>
      </DeskFrame>
    )
  const asked = (name: string) => String(props.searchParams?.[name] ?? '')
  const number = (name: string) => Number(asked(name)) || null
  const queue = (queues as readonly string[]).includes(asked('lista')) ? (asked('lista') as Queue) : 'open'
  const page = number('pagina') ?? 1
  const kind = entryKindNames.find((name) => name === asked('fel')) ?? null
  const filter = {
    departmentId: number('compartiment'),
    personId: number('persoana'),
    kind,
    text: asked('cauta').trim(),
  }
  const now = new Date()
  const today = dayOf(now)
  const names = await namesOf(req)
  const [{ rows, hasMore, counts }, letters, leaves] = await Promise.all([
    workQueue(req, { queue, filter, page, now, names }),
    lettersInHand(req.payload),
    leavesFrom(req, now),
  ])
  const away = withAbsences(names, leaves, today)
  const address = (more: Record<string, string | number | null>) => {
    const kept = {
      lista: queue,
      compartiment: filter.departmentId,
      persoana: filter.personId,
      cauta: filter.text,
      fel: filter.kind,
      ...more,
    }
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, String(value))
    return `/admin/registratura?${query}`
  }
  return (
    <DeskFrame {...props}>
      <h1>{deskText.title}</h1>
      {letters.waiting > 0 && !letters.isConfigured && (
        <p className="desk__note">{`${letters.waiting} × ${mailText.notConfigured}`}</p>
      )}
      {letters.failed > 0 && (
        <p className="desk__note">
          <Link href="/admin/registratura/scrisori" prefetch={false}>
            {deskText.lettersStand(letters.failed, 0)}
          </Link>
        </p>
      )}
      <InfectedFiles req={req} />
      {leaves
        .filter(({ delegateId, from }) => delegateId === worker.id && from <= today)
        .map((leave) => (
          <p key={leave.id} className="desk__note">
            {deskText.standsIn(leave.person, longDay(leave.until))}{' '}
            <Link href={address({ lista: 'open', persoana: leave.personId, compartiment: null, cauta: null })}>
              {countOf(leave.openCount, 'document în lucru', 'documente în lucru')}
            </Link>
          </p>
        ))}
      <DeskPiles
        names={queues}
        open={queue}
        counts={counts}
        labels={queueLabels}
        addressOf={(name) => address({ lista: name, pagina: null })}
      />
      <DeskFilter kept={{ lista: queue, ...(filter.kind ? { fel: filter.kind } : {}) }} names={away} {...filter}>
        <label>
          {deskText.find}
          <input name="cauta" defaultValue={filter.text} />
        </label>
      </DeskFilter>
      {filter.personId !== worker.id && (
        <p>
          <Link href={address({ persoana: worker.id, pagina: null })}>{deskText.mine}</Link>
        </p>
      )}
      {filter.kind && (
        <p>
          {`Numai: ${kindLabels[filter.kind].ro}. `}
          <Link href={address({ fel: null })}>Arată toate felurile</Link>
        </p>
      )}
      <QueueTable
        rows={rows.map((row) => ({
          id: row.id,
          number: formatNumber(row.number, row.registeredOn),
          kind: kindLabels[row.kind].ro,
          subject: row.subject,
          correspondent: row.correspondentName ?? '',
          department: row.department ?? '',
          responsible: row.responsibleId === null ? '' : (away.people.get(row.responsibleId) ?? ''),
          state: stateLabels[row.state].ro,
          dueOn: row.dueOn ? shortDay(row.dueOn) : '',
          isOverdue: row.isOverdue,
          review: reviewSentence(row.reviewReasons),
        }))}
        isReview={queue === 'toReview'}
        departments={[...names.departments]}
        people={[...away.people]}
      />
      <nav className="desk__bar" aria-label="Pagini" style={{ marginTop: '1rem' }}>
        {page > 1 && <Link href={address({ pagina: page - 1 })}>Pagina anterioară</Link>}
        {hasMore && <Link href={address({ pagina: page + 1 })}>Pagina următoare</Link>}
      </nav>
    </DeskFrame>
  )
}
