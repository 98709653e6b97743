import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { DeskPiles } from '../registry/DeskPiles.tsx'
import { shortDay } from '../registry/words.ro.ts'
import { reportQueueLabels, reportDeskText as text } from './report-desk.ro.ts'
import { mayModerate, mayReadReports } from './report-lifecycle.ts'
import { type ReportQueue, reportChoices, reportQueue, reportQueues } from './report-queue.ts'
import { reportWorkerOf } from './reports.access.ts'
import { reopenedTimes, reviewLabels, stateLabels } from './reports.ro.ts'
import './reports-desk.css'

/** The day's reports: piles with their counts, and fifty rows of one of them, the reopened first. */
export async function ReportsDesk(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = reportWorkerOf(req)
  if (!worker || !mayReadReports(worker))
    return (
      <DeskFrame {...props}>
        <h1>{text.title}</h1>
        <p>{text.noAccess}</p>
      </DeskFrame>
    )
  const asked = (name: string) => String(props.searchParams?.[name] ?? '')
  const number = (name: string) => Number.parseInt(asked(name), 10) || null
  const queue = (reportQueues as readonly string[]).includes(asked('lista')) ? (asked('lista') as ReportQueue) : 'open'
  const page = Math.max(1, number('pagina') ?? 1)
  const filter = { departmentId: number('compartiment'), categoryId: number('categorie'), text: asked('cauta').trim() }
  const [{ rows, hasMore, counts }, choices] = await Promise.all([
    reportQueue(req, { queue, filter, page, now: new Date() }),
    reportChoices(req),
  ])
  const address = (more: Record<string, string | number | null>) => {
    const kept = {
      lista: queue,
      compartiment: filter.departmentId,
      categorie: filter.categoryId,
      cauta: filter.text,
      ...more,
    }
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, String(value))
    return `/admin/sesizari?${query}`
  }
  return (
    <DeskFrame {...props}>
      <h1>{text.title}</h1>
      {mayModerate(worker) && counts.unseen + counts.held > 0 && (
        <p style={{ marginBottom: '1rem' }}>
          <Link className="desk__link desk__link--first" href="/admin/sesizari/moderare">
            {text.moderate}: {counts.unseen + counts.held}
          </Link>
        </p>
      )}
      <DeskPiles
        names={reportQueues}
        open={queue}
        counts={counts}
        labels={reportQueueLabels}
        addressOf={(name) => address({ lista: name, pagina: null })}
      />
      <form className="desk__bar" method="get">
        <input type="hidden" name="lista" value={queue} />
        <label>
          {text.find}
          <input name="cauta" defaultValue={filter.text} />
        </label>
        <label>
          {text.department}
          <select name="compartiment" defaultValue={filter.departmentId ?? ''}>
            <option value="">{text.all}</option>
            {choices.departments.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.category}
          <select name="categorie" defaultValue={filter.categoryId ?? ''}>
            <option value="">{text.all}</option>
            {choices.categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{text.show}</button>
      </form>
      {rows.length === 0 ? (
        <p>{text.noRows}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {['Fotografia', 'Numărul', 'Problema', 'Primită', 'Cine o are', 'Starea', 'De rezolvat până la'].map(
                (name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.photo ? (
                    // biome-ignore lint/performance/noImgElement: only who is signed in may fetch it, so nothing can resize it
                    <img className="report-thumb" src={`/api/report-media/${row.photo}/whole`} alt="" loading="lazy" />
                  ) : (
                    <span className="report-thumb report-thumb--none">{text.noPhoto}</span>
                  )}
                </td>
                <th scope="row">
                  <Link href={`/admin/sesizari/${row.id}`} prefetch={false}>
                    {row.number}
                  </Link>
                </th>
                <td>
                  {row.title}
                  <div>
                    {row.state === 'held' &&
                      row.review.map((reason) => (
                        <span className="report-mark" key={reason}>
                          {reviewLabels[reason]}
                        </span>
                      ))}
                  </div>
                </td>
                <td>{shortDay(dayOf(row.reportedAt))}</td>
                <td>{row.state === 'forwarded' ? row.authority : (row.department ?? '')}</td>
                <td>
                  {stateLabels[row.state]}
                  {row.state === 'planned' && row.plannedOn ? `, ${shortDay(dayOf(row.plannedOn))}` : ''}
                  {row.timesReopened > 0 && row.state !== 'reopened' && `, ${reopenedTimes(row.timesReopened)}`}
                </td>
                <td className={row.isLate ? 'desk__late' : ''}>
                  {row.expectedOn ? shortDay(dayOf(row.expectedOn)) : ''}
                  {row.isLate ? `, ${text.late}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav className="desk__bar" aria-label="Pagini" style={{ marginTop: '1rem' }}>
        {page > 1 && <Link href={address({ pagina: page - 1 })}>Pagina anterioară</Link>}
        {hasMore && <Link href={address({ pagina: page + 1 })}>Pagina următoare</Link>}
      </nav>
    </DeskFrame>
  )
}
