import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { DeskAction } from './DeskAction.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText } from './desk.ro.ts'
import { mayArrangeLeaveOf, mayRegister } from './entry-lifecycle.ts'
import { leavesFrom } from './leaves.ts'
import { workerOf } from './registry.access.ts'
import { countOf, longDay } from './words.ro.ts'
import { namesOf } from './work-queue.ts'

/** Who is away and who holds the place; a person arranges it for himself, who leads arranges it for all. */
export async function LeavesView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  if (!worker || !mayRegister(worker))
    return (
      <DeskFrame {...props}>
        <h1>{deskText.leaves}</h1>
        <p>{deskText.noAccess}</p>
      </DeskFrame>
    )
  const now = new Date()
  const [leaves, { people }] = await Promise.all([leavesFrom(req, now), namesOf(req)])
  const today = dayOf(now)
  const mayGo = [...people].filter(([id]) => mayArrangeLeaveOf(worker, id))
  const list = (options: [number, string][]) =>
    options.map(([id, name]) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  return (
    <DeskFrame {...props}>
      <h1>{deskText.leaves}</h1>
      <p className="desk__lead">{deskText.leavesAbout}</p>
      {leaves.length === 0 && <p>{deskText.noLeaves}</p>}
      {leaves.length > 0 && (
        <div className="desk__scroll">
          <table>
            <thead>
              <tr>
                {['Cine lipsește', 'Îi ține locul', 'De la', 'Până la', 'Documente în lucru', 'Motivul', ''].map(
                  (name) => (
                    <th scope="col" key={name}>
                      {name || <span className="desk__unseen">Ce se poate face</span>}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {leaves.map((leave) => (
                <tr key={leave.id}>
                  <th scope="row">
                    {leave.person}
                    {leave.from <= today && <small> · lipsește azi</small>}
                  </th>
                  <td>{leave.delegate}</td>
                  <td>{longDay(leave.from)}</td>
                  <td>{longDay(leave.until)}</td>
                  <td>
                    <Link href={`/admin/registratura?lista=open&persoana=${leave.personId}`} prefetch={false}>
                      {countOf(leave.openCount, 'document', 'documente')}
                    </Link>
                  </td>
                  <td>{leave.reason}</td>
                  <td>
                    {mayArrangeLeaveOf(worker, leave.personId) && (
                      <DeskAction address={`/api/registry/leaves/${leave.id}/call-off`} label={deskText.callOff} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{deskText.newLeave}</h2>
      <DeskAction address="/api/registry/leaves" label={deskText.arrangeLeave} said={deskText.leaveArranged} isFirst>
        <div className="desk__fields">
          <label>
            Cine lipsește
            <select name="personId" required defaultValue={mayGo.length === 1 ? mayGo[0]?.[0] : ''}>
              {mayGo.length !== 1 && <option value="" />}
              {list(mayGo)}
            </select>
          </label>
          <label>
            Cine îi ține locul
            <select name="delegateId" required defaultValue="">
              <option value="" />
              {list([...people])}
            </select>
          </label>
          <label>
            De la
            <input type="date" name="from" required defaultValue={today} />
          </label>
          <label>
            Până la, inclusiv
            <input type="date" name="until" required min={today} />
          </label>
          <label className="desk__wide">
            Motivul (se poate lăsa gol)
            <input name="reason" maxLength={300} autoComplete="off" />
          </label>
        </div>
      </DeskAction>
    </DeskFrame>
  )
}
