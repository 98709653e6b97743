import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { mailText } from '../mail/letters.ro.ts'
import { lettersInHand } from '../mail/send-letters.job.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText, queueLabels } from './desk.ro.ts'
import { mayReadWholeBook, mayRegister } from './entry-lifecycle.ts'
import { InfectedFiles } from './InfectedFiles.tsx'
import { QueueTable } from './QueueTable.tsx'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { kindLabels, stateLabels } from './registry.ro.ts'
import { shortDay } from './words.ro.ts'
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
  const filter = { departmentId: number('compartiment'), personId: number('persoana'), text: asked('cauta').trim() }
  const names = await namesOf(req)
  const [{ rows, hasMore, counts }, letters] = await Promise.all([
    workQueue(req, { queue, filter, page, now: new Date(), names }),
    lettersInHand(req.payload),
  ])
  const address = (more: Record<string, string | number | null>) => {
    const kept = {
      lista: queue,
      compartiment: filter.departmentId,
      persoana: filter.personId,
      cauta: filter.text,
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
        <p className="desk__note">{`Scrisori respinse de serverele destinatarilor: ${letters.failed}.`}</p>
      )}
      <InfectedFiles req={req} />
      {mayRegister(worker) && (
        <p style={{ marginBottom: '1rem' }}>
          <Link className="desk__link desk__link--first" href="/admin/registratura/nou">
            {deskText.newEntry}
          </Link>
        </p>
      )}
      <ul className="desk__piles">
        {queues.map((name) => (
          <li key={name}>
            <Link
              href={address({ lista: name, pagina: null })}
              {...(name === queue ? { 'aria-current': 'page' as const } : {})}
            >
              <b>{counts[name].toLocaleString('ro-RO')}</b>
              {queueLabels[name]}
            </Link>
          </li>
        ))}
      </ul>
      <form className="desk__bar" method="get">
        <input type="hidden" name="lista" value={queue} />
        <label>
          {deskText.find}
          <input name="cauta" defaultValue={filter.text} />
        </label>
        <label>
          Compartimentul
          <select name="compartiment" defaultValue={filter.departmentId ?? ''}>
            <option value="">toate</option>
            {[...names.departments].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Persoana
          <select name="persoana" defaultValue={filter.personId ?? ''}>
            <option value="">toate</option>
            {[...names.people].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Arată</button>
      </form>
      <QueueTable
        rows={rows.map((row) => ({
          id: row.id,
          number: formatNumber(row.number, row.registeredOn),
          kind: kindLabels[row.kind].ro,
          subject: row.subject,
          correspondent: row.correspondentName ?? '',
          department: row.department ?? '',
          responsible: row.responsible ?? '',
          state: stateLabels[row.state].ro,
          dueOn: row.dueOn ? shortDay(row.dueOn) : '',
          isOverdue: row.isOverdue,
        }))}
        departments={[...names.departments]}
        people={[...names.people]}
      />
      <nav className="desk__bar" aria-label="Pagini" style={{ marginTop: '1rem' }}>
        {page > 1 && <Link href={address({ pagina: page - 1 })}>Pagina anterioară</Link>}
        {hasMore && <Link href={address({ pagina: page + 1 })}>Pagina următoare</Link>}
      </nav>
    </DeskFrame>
  )
}
