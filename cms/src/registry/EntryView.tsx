import type { AdminViewServerProps } from 'payload'
import { type LetterKind, letterLabels, mailText } from '../mail/letters.ro.ts'
import { dayOf } from '../publishing/calendar.ts'
import { isDay } from './calendar-days.ts'
import { DeskAction } from './DeskAction.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText, relationLabels } from './desk.ro.ts'
import { EntryFiles } from './EntryFiles.tsx'
import { EntrySteps } from './EntrySteps.tsx'
import { eventLabels } from './entry-event.ro.ts'
import { entryPage, type TimelineItem } from './entry-page.ts'
import { leavesFrom, withAbsences } from './leaves.ts'
import { formatNumber } from './registration-number.ts'
import {
  channelLabels,
  directionLabels,
  kindLabels,
  outcomeLabels,
  registryMessages,
  stateLabels,
} from './registry.ro.ts'
import { reviewSentence, reviewStateLabels } from './review.ro.ts'
import { shortDay, shortMoment } from './words.ro.ts'
import { type Names, namesOf } from './work-queue.ts'

/** One entry: what it is, what happened to it, and what can be done. */
export async function EntryView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const segments = (props.params?.['segments'] as string[] | undefined) ?? []
  const page = await entryPage(req, Number(segments.at(-1)))
  if (!page)
    return (
      <DeskFrame {...props}>
        <h1>{registryMessages['entry-unknown']}</h1>
      </DeskFrame>
    )
  const { entry, timeline, letters, answers, related, steps, maySendLettersAgain } = page
  const now = new Date()
  const [names, leaves] = await Promise.all([namesOf(req), leavesFrom(req, now)])
  const away = withAbsences(names, leaves, dayOf(now))
  const facts: [string, string | null | undefined][] = [
    ['Starea', stateLabels[entry.state].ro],
    ['Felul', kindLabels[entry.kind].ro],
    ['Termenul', entry.dueOn ? shortDay(dayOf(entry.dueOn)) : null],
    ['De ce', entry.termExplanation],
    ['Ținta internă', entry.targetOn ? shortDay(dayOf(entry.targetOn)) : null],
    ['În zile lucrătoare', entry.otherwiseOn ? shortDay(dayOf(entry.otherwiseOn)) : null],
    ['Compartimentul', names.departments.get(Number(entry.department))],
    ['Responsabil', away.people.get(Number(entry.responsible))],
    ['Pentru informare', (entry.informed ?? []).map((id) => names.people.get(Number(id))).join(', ')],
    ['Sensul și calea', `${directionLabels[entry.direction].ro}, ${channelLabels[entry.channel].ro.toLowerCase()}`],
    ['Înregistrat la', shortMoment(entry.registeredAt)],
    ['Cine', entry.correspondentName],
    ['Adresa', entry.correspondentAddress],
    ['E-mail', entry.correspondentEmail],
    ['Telefon', entry.correspondentPhone],
    ['Emitent', [entry.issuerNumber, entry.issuerOn ? shortDay(dayOf(entry.issuerOn)) : ''].filter(Boolean).join('/')],
    ['Modul rezolvării', entry.outcome ? outcomeLabels[entry.outcome].ro : null],
    ['Motivul', entry.outcomeReason],
    ['Redirecționat către', entry.forwardedTo],
    ['Anulare', entry.voidReason],
    ['Observații', entry.notes],
  ]
  return (
    <DeskFrame {...props}>
      <h1>{`${formatNumber(entry.number, dayOf(entry.registeredAt))} · ${entry.subject}`}</h1>
      {entry.review && (
        <p className="desk__note">
          {[reviewStateLabels[entry.review].ro, reviewSentence(entry.reviewReasons)].filter(Boolean).join(': ')}
        </p>
      )}
      <div className="desk__cols">
        <div>
          <dl>
            {facts.flatMap(([label, value]) =>
              value ? [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>] : [],
            )}
          </dl>
          {related.length > 0 && (
            <>
              <h2>Documente legate</h2>
              <ul>
                {related.map((other) => (
                  <li key={`${other.as}${other.id}`}>
                    {`${relationLabels[other.as]} `}
                    <a href={`/admin/registratura/${other.id}`}>
                      {formatNumber(other.number, dayOf(other.registeredAt))}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {answers && (
            <>
              <h2>Ce a scris solicitantul</h2>
              <dl>
                {answers.flatMap(({ name, label, text }) => [
                  <dt key={name}>{label}</dt>,
                  <dd key={`${name}-value`} style={{ whiteSpace: 'pre-wrap' }}>
                    {text}
                  </dd>,
                ])}
              </dl>
            </>
          )}
          <EntryFiles entryId={entry.id} files={page.files} />
          {entry.answerText && (
            <>
              <h2>Răspunsul</h2>
              <p style={{ whiteSpace: 'pre-wrap' }}>{entry.answerText}</p>
            </>
          )}
          <h2>Ce s-a întâmplat</h2>
          <ol className="desk__time">
            {timeline.map((item) => (
              <li key={`${item.kind}${String(item.at)}`}>
                <b>{eventLabels[item.kind]}</b>
                {` · ${shortMoment(item.at)} · ${[item.actorName, onBehalfOf(item)].filter(Boolean).join(', ')}`}
                <br />
                {detailOf(item, names)}
              </li>
            ))}
          </ol>
          {letters.length > 0 && (
            <>
              <h2>Scrisori</h2>
              <ul>
                {letters.map((letter) => (
                  <li key={letter.id}>
                    {`${letterLabels[letter.kind as LetterKind]} către ${letter.recipient}: ${mailText[letter.state as 'waiting' | 'sent' | 'failed']}${letter.answer ? ` (${letter.answer})` : ''}`}
                    {letter.state === 'failed' && maySendLettersAgain && (
                      <DeskAction
                        address={`/api/registry/entries/${entry.id}/sendLetterAgain`}
                        fixed={{ letterId: letter.id }}
                        label={deskText.sendAgain}
                      >
                        <label>
                          {deskText.otherAddress}
                          <input type="email" name="recipient" autoComplete="off" />
                        </label>
                      </DeskAction>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <aside>
          <p>
            <a
              className="desk__link"
              href={`/api/registry/entries/${entry.id}/receipt`}
              target="_blank"
              rel="noreferrer"
            >
              Tipărește dovada
            </a>
          </p>
          <EntrySteps id={entry.id} steps={steps} departments={[...names.departments]} people={[...away.people]} />
        </aside>
      </div>
    </DeskFrame>
  )
}

function onBehalfOf({ data }: TimelineItem): string {
  const name = (data['onBehalfOf'] as { name?: string } | undefined)?.name
  return name ? deskText.onBehalfOf(name) : ''
}

/** What an event says besides its name, with people and departments by name. */
function detailOf({ data }: TimelineItem, { departments, people }: Names): string {
  const person = (value: unknown) => people.get(Number(value)) ?? ''
  const parts = [
    data['departmentId'] ? departments.get(Number(data['departmentId'])) : '',
    data['responsibleId'] ? person(data['responsibleId']) : '',
    toOf(data['to'], person),
    data['order'],
    data['text'],
    data['what'],
    data['reason'],
    data['note'],
    data['other'],
    typeof data['from'] === 'string' && isDay(data['from']) ? `termenul era ${shortDay(data['from'])}` : '',
    data['isShortened'] ? 'termenul s-a scurtat' : '',
    data['why'],
    data['isAbuse'] ? 'abuz' : '',
    data['isLate'] ? 'peste termenul legii' : '',
  ]
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ')
}

/** Where something went: to a colleague, to another authority, to a day or to another law. */
function toOf(to: unknown, person: (id: unknown) => string): string {
  if (typeof to === 'number') return person(to)
  if (typeof to !== 'string') return ''
  if (isDay(to)) return `termenul este ${shortDay(to)}`
  return Object.hasOwn(kindLabels, to) ? kindLabels[to as keyof typeof kindLabels].ro : to
}
