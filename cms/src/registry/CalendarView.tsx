import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from './book-facts.ts'
import { type Day, isDay } from './calendar-days.ts'
import { type CalendarDay, lastDayOf, monthAfter, monthOf, weeksOf } from './calendar-month.ts'
import { DeskFilter } from './DeskFilter.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText } from './desk.ro.ts'
import { mayReadWholeBook, mayRegister } from './entry-lifecycle.ts'
import { type DueEntry, dueEntries, mostDue } from './month-due.ts'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { kindLabels, stateLabels } from './registry.ro.ts'
import { freeDayName } from './term-explanation.ro.ts'
import { countOf, fullDay, monthName, weekdayName } from './words.ro.ts'
import { namesOf } from './work-queue.ts'

/** A month of terms: what is due on each day, the free days with their names, and the same as a list. */
export async function CalendarView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  if (!worker || !(mayRegister(worker) || mayReadWholeBook(worker)))
    return (
      <DeskFrame {...props}>
        <h1>{deskText.calendar}</h1>
        <p>{deskText.noAccess}</p>
      </DeskFrame>
    )
  const asked = (name: string) => String(props.searchParams?.[name] ?? '')
  const number = (name: string) => Number(asked(name)) || null
  const today = dayOf(new Date())
  const month = monthOf(asked('luna'), today)
  const chosen = isDay(asked('zi')) && asked('zi').startsWith(month) ? asked('zi') : null
  const filter = { departmentId: number('compartiment'), personId: number('persoana') }
  const [{ calendar }, names] = await Promise.all([bookFacts(req), namesOf(req)])
  const due = await dueEntries(req, { from: `${month}-01`, to: lastDayOf(month), filter })
  const dueOn = Map.groupBy(due, (entry) => entry.dueOn)
  const address = (more: Record<string, string | number | null>) => {
    const query = new URLSearchParams()
    const kept = { luna: month, compartiment: filter.departmentId, persoana: filter.personId, ...more }
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, String(value))
    return `/admin/registratura/calendar?${query}`
  }
  const shown = [...dueOn].filter(([on]) => chosen === null || on === chosen)
  return (
    <DeskFrame {...props}>
      <h1>{`${deskText.calendar}: ${monthName(month)}`}</h1>
      <nav className="desk__bar" aria-label="Luna">
        <Link className="desk__link" href={address({ luna: monthAfter(month, -1) })}>
          {`Luna dinainte, ${monthName(monthAfter(month, -1))}`}
        </Link>
        {month !== today.slice(0, 7) && (
          <Link className="desk__link" href={address({ luna: today.slice(0, 7) })}>
            Luna aceasta
          </Link>
        )}
        <Link className="desk__link" href={address({ luna: monthAfter(month, 1) })}>
          {`Luna următoare, ${monthName(monthAfter(month, 1))}`}
        </Link>
      </nav>
      <p>
        <Link href="/admin/registratura?lista=overdue" prefetch={false}>
          {deskText.allOverdue}
        </Link>
      </p>
      <DeskFilter kept={{ luna: month }} names={names} {...filter} />
      {due.length >= mostDue && (
        <p className="desk__note">{`Sunt arătate primele ${mostDue.toLocaleString('ro-RO')} de documente ale lunii.`}</p>
      )}
      <table className="desk__month">
        <caption className="desk__unseen">{`Termenele din ${monthName(month)}, pe zile`}</caption>
        <thead>
          <tr>
            {['luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică'].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, calendar).map((week) => (
            <tr key={week[0]?.on}>
              {week.map((day) => (
                <DayCell
                  key={day.on}
                  day={day}
                  entries={dueOn.get(day.on) ?? []}
                  today={today}
                  href={address({ zi: day.on })}
                  isChosen={day.on === chosen}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h2 id="lista">{chosen ? `Cu termen ${fullDay(chosen)}` : `Lista termenelor din ${monthName(month)}`}</h2>
      {chosen && (
        <p>
          <Link href={address({})}>Arată toată luna</Link>
        </p>
      )}
      {shown.length === 0 && (
        <p>
          {chosen
            ? 'Niciun document nu are termenul în ziua aceasta.'
            : 'Niciun document în lucru nu are termenul în luna aceasta.'}
        </p>
      )}
      {shown.map(([on, entries]) => (
        <section key={on} className="desk__agenda">
          <h3 className={on < today ? 'desk__late' : ''}>
            {`${fullDay(on)}${on < today ? ', depășit' : on === today ? ', azi' : ''}`}
          </h3>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Link href={`/admin/registratura/${entry.id}`} prefetch={false}>
                  {formatNumber(entry.number, entry.registeredOn)}
                </Link>
                {` ${entry.subject}`}
                <br />
                <small>
                  {[
                    kindLabels[entry.kind].ro,
                    stateLabels[entry.state].ro,
                    names.people.get(entry.responsibleId ?? 0) ?? names.departments.get(entry.departmentId ?? 0),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DeskFrame>
  )
}

function DayCell({
  day,
  entries,
  today,
  href,
  isChosen,
}: {
  day: CalendarDay
  entries: DueEntry[]
  today: Day
  href: string
  isChosen: boolean
}) {
  const { on, isOfMonth, free } = day
  const isLate = entries.length > 0 && on < today
  const look = [
    free ? 'desk__free' : '',
    isOfMonth ? '' : 'desk__other',
    on === today ? 'desk__today' : '',
    isChosen ? 'desk__chosen' : '',
  ]
  return (
    <td className={look.filter(Boolean).join(' ')}>
      <time dateTime={on} aria-current={on === today ? 'date' : undefined}>
        {Number(on.slice(8))}
      </time>
      {free && free.kind !== 'weekend' && <small>{freeDayName(free)}</small>}
      {isOfMonth && entries.length > 0 && (
        <Link
          href={`${href}#lista`}
          prefetch={false}
          className={isLate ? 'desk__late' : ''}
          aria-label={`${weekdayName(on)}, ${Number(on.slice(8))}: ${countOf(entries.length, 'document', 'documente')}${isLate ? ', cu termenul depășit' : ''}`}
        >
          {countOf(entries.length, 'document', 'documente')}
        </Link>
      )}
    </td>
  )
}
