import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { addDays } from './calendar-days.ts'
import { DeskAction } from './DeskAction.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText } from './desk.ro.ts'
import { mayReadWholeBook, mayRegister } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'

/** What is printed from the book, and the numbers that are kept for papers still to come. */
export async function PapersView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  if (!worker || !(mayRegister(worker) || mayReadWholeBook(worker)))
    return (
      <DeskFrame {...props}>
        <h1>{deskText.papers}</h1>
        <p>{deskText.noAccess}</p>
      </DeskFrame>
    )
  const { docs: registers } = await req.payload.find({
    collection: 'registers',
    where: { isActive: { equals: true } },
    sort: 'id',
    pagination: false,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  })
  const today = dayOf(new Date())
  const year = Number(today.slice(0, 4))
  const register = (name: string) => (
    <label>
      Registrul
      <select name={name}>
        {registers.map(({ code, name: title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
  const formats = (options: [string, string][]) => (
    <label>
      Ca
      <select name="format">
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <DeskFrame {...props}>
      <h1>{deskText.papers}</h1>
      {mayReadWholeBook(worker) && (
        <>
          <h2>Registrul, pe un interval</h2>
          <form className="desk__bar" action="/api/registry/book" method="get">
            {register('registru')}
            <label>
              De la
              <input type="date" name="deLa" required defaultValue={`${year}-01-01`} />
            </label>
            <label>
              Până la
              <input type="date" name="panaLa" required defaultValue={today} />
            </label>
            {formats([
              ['pdf', 'PDF, de tipărit'],
              ['csv', 'CSV, pentru foi de calcul'],
            ])}
            <button type="submit">Descarcă</button>
          </form>
          <h2>Raportul pe Legea 544/2001</h2>
          <form className="desk__bar" action="/api/registry/reports/544" method="get">
            <label>
              Anul
              <input name="an" inputMode="numeric" required defaultValue={year} />
            </label>
            <input type="hidden" name="format" value="csv" />
            <button type="submit">Descarcă</button>
          </form>
          <h2>Raportul semestrial despre petiții</h2>
          <form className="desk__bar" action="/api/registry/reports/petitions" method="get">
            <label>
              Anul
              <input name="an" inputMode="numeric" required defaultValue={year} />
            </label>
            <label>
              Semestrul
              <select name="semestru">
                <option value="1">întâi</option>
                <option value="2">al doilea</option>
              </select>
            </label>
            <input type="hidden" name="format" value="csv" />
            <button type="submit">Descarcă</button>
          </form>
        </>
      )}
      {mayRegister(worker) && (
        <>
          <h2>Rezervă un număr</h2>
          <p>{deskText.reserveAbout}</p>
          <DeskAction
            address="/api/registry/reserve"
            fixed={{ key: '' }}
            label="Rezervă numărul"
            said="Rezervat: numărul {numar}."
            isFirst
          >
            <div className="desk__fields">
              {register('registerCode')}
              <label>
                Pentru ce
                <input name="forWhat" required minLength={3} maxLength={300} autoComplete="off" />
              </label>
              <label>
                Până la
                <input type="date" name="until" required min={today} defaultValue={addDays(today, 7)} />
              </label>
            </div>
          </DeskAction>
        </>
      )}
    </DeskFrame>
  )
}
