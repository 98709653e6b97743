'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { deskText } from './desk.ro.ts'

export type TableRow = {
  id: number
  number: string
  kind: string
  subject: string
  correspondent: string
  department: string
  responsible: string
  state: string
  dueOn: string
  isOverdue: boolean
  review: string
}
type Names = [number, string][]

/** The rows of a pile; those that are ticked are routed together. */
export function QueueTable({
  rows,
  departments,
  people,
  isReview,
}: {
  rows: TableRow[]
  departments: Names
  people: Names
  isReview: boolean
}) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const review = async (form: FormData, verb: string) => {
    const ids = form.getAll('id').map(Number)
    if (ids.length === 0) return setSaid(deskText.nothingChosen)
    const faults: string[] = []
    for (const id of ids) {
      const response = await fetch(`/api/registry/entries/${id}/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason: form.get('reason') }),
      }).catch(() => null)
      if (!response?.ok) faults.push((await response?.json().catch(() => null))?.erori?.[0]?.mesaj ?? deskText.failed)
    }
    setSaid([deskText.reviewed(ids.length - faults.length), ...new Set(faults)].join(' '))
    router.refresh()
  }
  const assign = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const verb = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value')
    if (verb) return review(form, verb)
    const ids = form.getAll('id').map(Number)
    if (ids.length === 0) return setSaid(deskText.nothingChosen)
    if (!form.get('departmentId')) return setSaid(deskText.chooseDepartment)
    const response = await fetch('/api/registry/assign', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ids,
        departmentId: Number(form.get('departmentId')),
        responsibleId: form.get('responsibleId') ? Number(form.get('responsibleId')) : null,
      }),
    }).catch(() => null)
    if (!response?.ok) return setSaid(deskText.failed)
    const { repartizate, refuzate } = (await response.json()) as { repartizate: number; refuzate: { mesaj: string }[] }
    setSaid([deskText.assigned(repartizate), ...new Set(refuzate.map(({ mesaj }) => mesaj))].join(' '))
    router.refresh()
  }
  if (rows.length === 0) return <p>{deskText.noRows}</p>
  return (
    <form onSubmit={assign}>
      <table className="desk__rows">
        <thead>
          <tr>
            <th scope="col">
              <span className="desk__unseen">Alege</span>
            </th>
            {['Numărul', 'Felul', 'Conținutul', 'Cine', 'Compartimentul', 'Responsabil', 'Starea', 'Termenul'].map(
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
                <input type="checkbox" name="id" value={row.id} aria-label={`Alege ${row.number}`} />
              </td>
              <th scope="row">
                <Link href={`/admin/registratura/${row.id}`} prefetch={false}>
                  {row.number}
                </Link>
              </th>
              <td>{row.kind}</td>
              <td className="desk__whole">
                {row.subject}
                {row.review && (
                  <>
                    <br />
                    <small className="desk__late">{`${deskText.toReview}: ${row.review}`}</small>
                  </>
                )}
              </td>
              <td>{row.correspondent}</td>
              <td>{row.department}</td>
              <td>{row.responsible}</td>
              <td>{row.state}</td>
              <td className={row.isOverdue ? 'desk__late' : ''}>
                {row.isOverdue ? `${row.dueOn}, depășit` : row.dueOn}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isReview && (
        <div className="desk__bar" style={{ marginTop: '1rem' }}>
          <button type="submit" value="passReview">
            {deskText.passReview}
          </button>
          <label>
            {deskText.abuseReason}
            <input name="reason" autoComplete="off" maxLength={1000} />
          </label>
          <button type="submit" value="closeAsAbuse">
            {deskText.closeAsAbuse}
          </button>
        </div>
      )}
      <div className="desk__bar" style={{ marginTop: '1rem' }}>
        <label>
          Compartimentul
          <select name="departmentId" defaultValue="">
            <option value="" />
            {departments.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Responsabil
          <select name="responsibleId" defaultValue="">
            <option value="" />
            {people.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{deskText.assign}</button>
        <p role="status">{said}</p>
      </div>
    </form>
  )
}
