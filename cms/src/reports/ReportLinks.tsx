import Link from 'next/link'
import type { ServerProps } from 'payload'
import { reportDeskText as text } from './report-desk.ro.ts'
import { mayModerate, mayReadReports } from './report-lifecycle.ts'
import { reportWorkerOf } from './reports.access.ts'

/** In the menu, before the collections: the reports, for who looks after them. */
export function ReportLinks({ user }: ServerProps) {
  const worker = reportWorkerOf({ user } as never)
  if (!worker || !mayReadReports(worker)) return null
  return (
    <div style={{ marginBottom: '1.5rem', display: 'grid', gap: '0.5rem' }}>
      <Link className="nav__link" href="/admin/sesizari" prefetch={false}>
        <span className="nav__link-label">{text.title}</span>
      </Link>
      {mayModerate(worker) && (
        <Link className="nav__link" href="/admin/sesizari/moderare" prefetch={false}>
          <span className="nav__link-label">{text.moderate}</span>
        </Link>
      )}
    </div>
  )
}
