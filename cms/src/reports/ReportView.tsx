import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { readCmsEnvironment } from '../env.ts'
import { mailText } from '../mail/letters.ro.ts'
import { dayOf } from '../publishing/calendar.ts'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { shortDay, shortMoment } from '../registry/words.ro.ts'
import { reportPaths } from './contract.ts'
import { PlaceMap } from './PlaceMap.tsx'
import { ReportPhotos } from './ReportPhotos.tsx'
import { ReportSteps } from './ReportSteps.tsx'
import { letterKindLabels, reportDeskText as text } from './report-desk.ro.ts'
import { isPublicState } from './report-lifecycle.ts'
import { type ReportPage, reportPage } from './report-page.ts'
import { reportChoices } from './report-queue.ts'
import { eventLabels, reopenedTimes, reporterLine, reviewLabels, stateLabels, stepSentence } from './reports.ro.ts'
import { shownItems } from './shown-items.ts'
import { townFeatures } from './town-map.ts'
import './reports-desk.css'

/** One report: what was sent, what happened to it, and what can be done. */
export async function ReportView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const segments = (props.params?.['segments'] as string[] | undefined) ?? []
  const report = await reportPage(req, Number(segments.at(-1)))
  if (!report)
    return (
      <DeskFrame {...props}>
        <h1>{text.title}</h1>
        <p>{text.unknown}</p>
      </DeskFrame>
    )
  const [choices, features] = await Promise.all([reportChoices(req), townFeatures(req)])
  const { media, proof, place } = report
  return (
    <DeskFrame {...props}>
      <p style={{ marginTop: '1rem' }}>
        <Link href="/admin/sesizari">{text.title}</Link>
      </p>
      <h1>{report.number}</h1>
      <p className="desk__plate">{report.title}</p>
      {(report.state === 'held' || report.state === 'received') && report.review.length > 0 && (
        <p className="desk__note">{report.review.map((reason) => reviewLabels[reason]).join(' · ')}</p>
      )}
      <div className="desk__cols">
        <div>
          <p className="report-said">{report.publicDescription || report.description}</p>
          {media.length > 0 && <h2>{text.before}</h2>}
          <ReportPhotos items={shownItems(media)} />
          {proof.length > 0 && <h2>{text.after}</h2>}
          <ReportPhotos items={shownItems(proof)} />
          {report.publicDescription !== report.description && (
            <details>
              <summary>{text.asWritten}</summary>
              <p className="report-said">{report.description}</p>
            </details>
          )}
          <h2>{text.history}</h2>
          <ol className="desk__time">
            {report.timeline.map((event) => (
              <li key={`${event.at}${event.kind}`}>
                <b>{eventLabels[event.kind]}</b>, {shortMoment(event.at)}, {event.actorName}
                <div>{stepSentence(event)}</div>
                {event.data.inside && <div className="desk__note">{event.data.inside}</div>}
              </li>
            ))}
          </ol>
          {report.letters.length > 0 && (
            <details>
              <summary>
                {text.letters}: {report.letters.length}
              </summary>
              <ul>
                {report.letters.map((letter, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: letters are only ever added at the end
                  <li key={index}>
                    {letterKindLabels[letter.kind] ?? letter.kind} către {letter.recipient}:{' '}
                    {mailText[letter.state as 'waiting' | 'sent' | 'failed']}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <aside>
          {place.point ? <PlaceMap point={place.point} features={features} /> : <p>{text.noPoint}</p>}
          <Facts report={report} />
          <h2>{text.canDo}</h2>
          <ReportSteps
            id={report.id}
            steps={report.steps}
            departments={choices.departments}
            categories={choices.categories}
            replies={choices.replies}
            similar={report.similar.map(({ id, number, title, metres }) => ({ id, number, title, metres }))}
            now={{
              publicDescription: report.publicDescription,
              category: report.category.slug,
              place,
              authority: report.category.authority,
              media: media.map(({ sha256, name, alt = '', isHidden = false }) => ({ sha256, name, alt, isHidden })),
            }}
          />
        </aside>
      </div>
    </DeskFrame>
  )
}

function Facts({ report }: { report: ReportPage }) {
  const rows: [string, React.ReactNode][] = [
    [
      'Starea',
      stateLabels[report.state] +
        (report.timesReopened > (report.state === 'reopened' ? 1 : 0)
          ? `, ${reopenedTimes(report.timesReopened)}`
          : ''),
    ],
    ...(report.reason ? ([['Motivul', report.reason]] as [string, string][]) : []),
    ['Primită', shortMoment(report.reportedAt)],
    ['Cine o are', report.authority ?? report.department ?? '–'],
    ...(report.plannedOn ? ([['Planificată', shortDay(dayOf(report.plannedOn))]] as [string, string][]) : []),
    ...(report.expectedOn ? ([['De rezolvat până la', shortDay(dayOf(report.expectedOn))]] as [string, string][]) : []),
    ...(report.answerUntil
      ? ([['Cetățeanul răspunde până la', shortDay(dayOf(report.answerUntil))]] as [string, string][])
      : []),
    ['Cine a sesizat', reporterLine(report.reporter)],
    [text.followers, report.followers],
    ...(report.place.words ? ([['Locul', report.place.words]] as [string, string][]) : []),
    ...report.duplicates.map(({ id, number }): [string, React.ReactNode] => [
      'S-a alăturat',
      <Link key={id} href={`/admin/sesizari/${id}`}>
        {number}
      </Link>,
    ]),
  ]
  return (
    <>
      <dl>
        {rows.map(([name, value]) => (
          <div key={`${name}`} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.petition && (
        <p className="desk__note" style={{ marginTop: '1rem' }}>
          {text.petition}: <Link href={`/admin/registratura/${report.petition.id}`}>{report.petition.number}</Link>
        </p>
      )}
      {report.mergedInto && (
        <p className="desk__note">
          Alăturată la <Link href={`/admin/sesizari/${report.mergedInto.id}`}>{report.mergedInto.number}</Link>
        </p>
      )}
      {isPublicState(report.state) && (
        <p style={{ marginTop: '1rem' }}>
          <a href={readCmsEnvironment().SITE_URL + reportPaths.page(report.number)}>{text.onSite}</a>
        </p>
      )}
    </>
  )
}
