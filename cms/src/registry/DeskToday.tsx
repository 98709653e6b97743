import Link from 'next/link'
import type { ServerProps } from 'payload'
import { deskText } from './desk.ro.ts'
import { deskLoads } from './desk-figures.ts'
import { figuresScope } from './entry-lifecycle.ts'
import { figuresText, oldestOf, standing } from './figures.ro.ts'
import { workerOf } from './registry.access.ts'
import './desk.css'

/** The first thing who leads sees after signing in: how the registry stands, who is late, and the way to the figures. */
export async function DeskToday({ payload, user }: ServerProps) {
  const worker = workerOf({ user } as never)
  const scope = worker ? figuresScope(worker) : { kind: 'none' as const }
  if (scope.kind === 'none') return null
  const departmentIds = scope.kind === 'departments' ? scope.ids : null
  const { now, departments } = await deskLoads({ payload }, { departmentIds, now: new Date() })
  const late = departments.filter((department) => department.late > 0).slice(0, 5)
  return (
    <section className="desk desk--today">
      <h2>{deskText.title}</h2>
      <p className="desk__lead">{standing(now)}</p>
      {late.length > 0 && (
        <ul>
          {late.map((department) => (
            <li key={department.id ?? 'nobody'}>
              <Link
                href={`/admin/registratura?lista=overdue${department.id === null ? '' : `&compartiment=${department.id}`}`}
                prefetch={false}
              >
                {`${department.name ?? figuresText.nobody}: ${department.late}`}
              </Link>
              {`, cel mai vechi ${oldestOf(department)}`}
            </li>
          ))}
        </ul>
      )}
      <p className="desk__bar">
        <Link className="desk__link desk__link--first" href="/admin/registratura/situatie" prefetch={false}>
          {figuresText.title}
        </Link>
        <Link className="desk__link" href="/admin/registratura" prefetch={false}>
          {deskText.title}
        </Link>
        <Link className="desk__link" href="/admin/registratura/calendar" prefetch={false}>
          {deskText.calendar}
        </Link>
      </p>
    </section>
  )
}
