import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { shareOf } from './chart-scale.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { DurationChart } from './DurationChart.tsx'
import { deskFigures, type Load } from './desk-figures.ts'
import { figuresScope } from './entry-lifecycle.ts'
import { daysInWords, figuresText, oldestOf, standing } from './figures.ro.ts'
import { MonthsChart } from './MonthsChart.tsx'
import { workerOf } from './registry.access.ts'
import { kindLabels } from './registry.ro.ts'
import { monthName } from './words.ro.ts'

/** What the mayor and the secretary ask of the book, each figure one click from the papers behind it. */
export async function FiguresView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  const scope = worker ? figuresScope(worker) : { kind: 'none' as const }
  if (scope.kind === 'none')
    return (
      <DeskFrame {...props}>
        <h1>{figuresText.title}</h1>
        <p>{figuresText.noAccess}</p>
      </DeskFrame>
    )
  const departmentIds = scope.kind === 'departments' ? scope.ids : null
  const figures = await deskFigures(req, { departmentIds, now: new Date() })
  const { months } = figures
  const shares = months.map(({ onTime, withTerm }) => shareOf(onTime, withTerm))
  const year = months.reduce(
    (sum, { onTime, withTerm }) => ({ onTime: sum.onTime + onTime, withTerm: sum.withTerm + withTerm }),
    { onTime: 0, withTerm: 0 },
  )
  const share = shareOf(year.onTime, year.withTerm)
  const names = months.map(({ month }) => month)
  const kinds = figures.byKind.slice(0, 10).map((row) => ({ ...row, label: kindLabels[row.kind].ro }))
  return (
    <DeskFrame {...props}>
      <h1>{figuresText.title}</h1>
      <p className="desk__lead">{standing(figures.now)}</p>
      {share !== null && (
        <p className="desk__lead">
          {`În ultimele 12 luni, ${share} % din documentele cu termen legal s-au rezolvat la timp.`}
        </p>
      )}
      <section>
        <h2>{figuresText.late}</h2>
        <div className="desk__pair">
          <Loads
            caption={figuresText.departments}
            rows={figures.departments}
            unknown={figuresText.nobody}
            filter="compartiment"
          />
          <Loads caption={figuresText.people} rows={figures.people} unknown={figuresText.noPerson} filter="persoana" />
        </div>
      </section>
      <section>
        <h2>{figuresText.months}</h2>
        <div className="desk__pair">
          <div>
            <h3>{figuresText.byMonth}</h3>
            <MonthsChart
              id="months"
              title={figuresText.months}
              about={`Pe luni, ${monthName(names[0] ?? '')} – ${monthName(names.at(-1) ?? '')}.`}
              months={names}
              series={[
                { label: figuresText.arrived, isSolid: false, values: months.map(({ arrived }) => arrived) },
                { label: figuresText.resolved, isSolid: true, values: months.map(({ resolved }) => resolved) },
              ]}
            />
          </div>
          <div>
            <h3>{figuresText.onTime}</h3>
            <MonthsChart
              id="on-time"
              title={figuresText.onTime}
              about="Partea documentelor rezolvate în termen, din cele cu termen legal rezolvate în luna aceea."
              months={names}
              series={[{ label: figuresText.onTime, isSolid: true, values: shares }]}
              unit=" %"
              most={100}
            />
          </div>
        </div>
        <Table
          head={['Luna', 'Intrate', 'Rezolvate', 'Cu termen', 'În termen', 'Partea în termen']}
          rows={months.map((row, index) => [
            monthName(row.month),
            row.arrived,
            row.resolved,
            row.withTerm,
            row.onTime,
            shares[index] === null ? '' : `${shares[index]} %`,
          ])}
        />
      </section>
      <section>
        <h2>{figuresText.durations}</h2>
        {kinds.length === 0 ? (
          <p>{figuresText.nothing}</p>
        ) : (
          <>
            <DurationChart
              id="durations"
              title={figuresText.durations}
              about="Zile de la înregistrare la răspuns, în ultimele 12 luni."
              rows={kinds}
            />
            <Table
              head={['Felul', 'Răspunsuri', 'Mediana', 'Nouă din zece']}
              rows={figures.byKind.map(({ kind, count, median, p90 }) => [
                <Link key={kind} href={`/admin/registratura?lista=all&fel=${kind}`} prefetch={false}>
                  {kindLabels[kind].ro}
                </Link>,
                count,
                daysInWords(median),
                daysInWords(p90),
              ])}
            />
            <h3>{figuresText.durationsByMonth}</h3>
            <Table
              isOpen
              head={['Luna', 'Răspunsuri', 'Mediana', 'Nouă din zece']}
              rows={figures.byMonth.map(({ month, count, median, p90 }) => [
                monthName(month),
                count,
                daysInWords(median),
                daysInWords(p90),
              ])}
            />
          </>
        )}
      </section>
    </DeskFrame>
  )
}

function Loads({ caption, rows, unknown, filter }: { caption: string; rows: Load[]; unknown: string; filter: string }) {
  const address = (lista: string, id: number | null) =>
    `/admin/registratura?lista=${id === null ? 'unrouted' : lista}${id === null ? '' : `&${filter}=${id}`}`
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Cine</th>
          <th scope="col">Depășite</th>
          <th scope="col">În lucru</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, 12).map((row) => (
          <tr key={row.id ?? 'nobody'}>
            <th scope="row">{row.name ?? unknown}</th>
            <td className={row.late > 0 ? 'desk__late' : ''}>
              {row.late > 0 ? (
                <Link href={address('overdue', row.id)} prefetch={false}>
                  {`${row.late}, ${oldestOf(row)}`}
                </Link>
              ) : (
                '0'
              )}
            </td>
            <td>
              <Link href={address('open', row.id)} prefetch={false}>
                {row.open}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Table({ head, rows, isOpen = false }: { head: string[]; rows: React.ReactNode[][]; isOpen?: boolean }) {
  return (
    <details className="desk__twin" open={isOpen}>
      <summary>{figuresText.table}</summary>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are written once, in order
            <tr key={index}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th scope="row" key={head[place]}>
                    {cell}
                  </th>
                ) : (
                  <td key={head[place]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
