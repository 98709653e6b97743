import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { shortMoment } from '../registry/words.ro.ts'
import { ModerationCard } from './ModerationCard.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { reportQueueLabels, reportDeskText as text } from './report-desk.ro.ts'
import { mayModerate } from './report-lifecycle.ts'
import { reportPage, unseenReports } from './report-page.ts'
import { reportChoices } from './report-queue.ts'
import { reportWorkerOf } from './reports.access.ts'
import { reporterLine, reviewLabels } from './reports.ro.ts'
import { shownItems } from './shown-items.ts'
import { townFeatures } from './town-map.ts'
import './reports-desk.css'

/** What waits to be read, one at a time, the oldest first; what was put aside is a pile of its own. */
export async function ModerationQueue(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = reportWorkerOf(req)
  if (!worker || !mayModerate(worker))
    return (
      <DeskFrame {...props}>
        <h1>{text.moderate}</h1>
        <p>{text.noAccess}</p>
      </DeskFrame>
    )
  const state = props.searchParams?.['lista'] === 'held' ? 'held' : 'received'
  const [unseen, held] = await Promise.all([unseenReports(req, 'received'), unseenReports(req, 'held')])
  const ids = state === 'held' ? held : unseen
  const asked = Number(props.searchParams?.['sesizare'])
  const place = Math.max(0, ids.indexOf(asked))
  const address = (id?: number, list = state) =>
    `/admin/sesizari/moderare?lista=${list}${id === undefined ? '' : `&sesizare=${id}`}`
  const id = ids[place]
  const [report, choices, features] = await Promise.all([
    id === undefined ? null : reportPage(req, id),
    reportChoices(req),
    townFeatures(req),
  ])
  return (
    <DeskFrame {...props}>
      <p style={{ marginTop: '1rem' }}>
        <Link href="/admin/sesizari">{text.title}</Link>
      </p>
      <h1>{report ? `${report.number}: ${report.title}` : text.moderate}</h1>
      <ul className="desk__piles">
        {(['received', 'held'] as const).map((list) => (
          <li key={list}>
            <Link href={address(undefined, list)} {...(list === state ? { 'aria-current': 'page' as const } : {})}>
              <b>{list === 'held' ? held.length : unseen.length}</b>
              {reportQueueLabels[list === 'held' ? 'held' : 'unseen']}
            </Link>
          </li>
        ))}
      </ul>
      {!report ? (
        <p>{text.allRead}</p>
      ) : (
        <ModerationCard
          key={report.id}
          card={{
            id: report.id,
            category: report.category.slug,
            publicDescription: report.publicDescription,
            place: report.place,
            media: shownItems(report.media),
            similar: report.similar.map(({ id: other, number, title, metres }) => ({
              id: other,
              number,
              title,
              metres,
            })),
          }}
          categories={choices.categories}
          villages={choices.villages}
          reasons={choices.replies.filter(({ verb }) => verb === 'refuse')}
          next={address(ids[place + 1])}
          previous={place > 0 ? address(ids[place - 1]) : null}
        >
          {report.review.length > 0 && (
            <p className="desk__note">{report.review.map((reason) => reviewLabels[reason]).join(' · ')}</p>
          )}
          {report.place.point ? <PlaceMap point={report.place.point} features={features} /> : <p>{text.noPoint}</p>}
          <h2>{text.asWritten}</h2>
          <p className="report-said">{report.description}</p>
          <dl>
            <dt>Primită</dt>
            <dd>{shortMoment(report.reportedAt)}</dd>
            <dt>Cine</dt>
            <dd>{reporterLine(report.reporter)}</dd>
            {report.petition && (
              <>
                <dt>Petiția</dt>
                <dd>{report.petition.number}</dd>
              </>
            )}
          </dl>
        </ModerationCard>
      )}
    </DeskFrame>
  )
}
