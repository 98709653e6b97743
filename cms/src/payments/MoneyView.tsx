import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { addDays, isDay } from '../registry/calendar-days.ts'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { DeskPiles } from '../registry/DeskPiles.tsx'
import { shortMoment } from '../registry/words.ro.ts'
import { type Actor, mayKeepMoney, mayReadMoney } from '../staff/roles.ts'
import { GatewayName, PaymentPurpose, PaymentState } from './contract.ts'
import { MoneyChart } from './MoneyChart.tsx'
import { formatLei } from './money.ts'
import { gatewayLabels, moneyText, purposeLabels, refundStateLabels } from './money-desk.ro.ts'
import { dailyTotals, moneyList, type Pile, pileLabels, piles } from './money-list.ts'
import { paymentStateLabels } from './payments.ro.ts'
import { totalsChart } from './totals-chart.ts'

const days = 30

/** Every payment, in piles by what has to be done with it, with the totals of the last days drawn. */
export async function MoneyView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = req.user as unknown as Actor
  if (!mayReadMoney(actor))
    return (
      <DeskFrame {...props}>
        <h1>{moneyText.title}</h1>
        <p>{moneyText.noAccess}</p>
      </DeskFrame>
    )
  const asked = (name: string) => String(props.searchParams?.[name] ?? '')
  const pile: Pile = piles.find((name) => name === asked('lista')) ?? 'all'
  const page = Number(asked('pagina')) || 1
  const day = (name: string) => (isDay(asked(name)) ? asked(name) : null)
  const filter = {
    state: PaymentState.safeParse(asked('stare')).data ?? null,
    purpose: PaymentPurpose.safeParse(asked('fel')).data ?? null,
    gateway: GatewayName.safeParse(asked('procesator')).data ?? null,
    from: day('deLa'),
    to: day('panaLa'),
    text: asked('cauta').trim().slice(0, 100),
  }
  const now = new Date()
  const [{ rows, hasMore, counts }, totals] = await Promise.all([
    moneyList(req, { pile, filter, page }),
    dailyTotals(req, now, days),
  ])
  const today = dayOf(now)
  const address = (more: Record<string, string | number | null>) => {
    const kept = {
      lista: pile,
      stare: filter.state,
      fel: filter.purpose,
      procesator: filter.gateway,
      deLa: filter.from,
      panaLa: filter.to,
      cauta: filter.text,
      ...more,
    }
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, String(value))
    return `/admin/plati?${query}`
  }
  const month = { from: filter.from ?? addDays(today, -30), to: filter.to ?? today }
  const choice = (name: string, label: string, options: Record<string, string>, chosen: string | null) => (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">toate</option>
        {Object.entries(options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <DeskFrame {...props}>
      <h1>{moneyText.title}</h1>
      <MoneyChart chart={totalsChart(totals, { today, days })} />
      <DeskPiles
        names={piles}
        open={pile}
        counts={counts}
        labels={pileLabels}
        addressOf={(name) => address({ lista: name, pagina: null })}
      />
      <form className="desk__bar" method="get">
        <input type="hidden" name="lista" value={pile} />
        <label>
          Caută
          <input name="cauta" defaultValue={filter.text} placeholder="proces-verbal, dovadă, plătitor" />
        </label>
        {choice('stare', 'Starea', paymentStateLabels, filter.state)}
        {choice('fel', 'Felul', purposeLabels, filter.purpose)}
        {choice('procesator', 'Procesatorul', gatewayLabels, filter.gateway)}
        <label>
          De la
          <input type="date" name="deLa" defaultValue={filter.from ?? ''} />
        </label>
        <label>
          Până la
          <input type="date" name="panaLa" defaultValue={filter.to ?? ''} />
        </label>
        <button type="submit">Arată</button>
      </form>
      {rows.length === 0 ? (
        <p>{moneyText.noRows}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {['Referința', 'Pentru', 'Suma', 'Starea', 'Când', 'Plătitor', 'Dovada'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.order}>
                <th scope="row">
                  <Link href={`/admin/plati/${row.order}`} prefetch={false}>
                    {row.order}
                  </Link>
                </th>
                <td>{row.description}</td>
                <td>{formatLei(row.amountBani)}</td>
                <td className={row.state === 'review' ? 'desk__late' : ''}>
                  {[
                    paymentStateLabels[row.state],
                    row.refund ? `restituire ${refundStateLabels[row.refund as 'open']}` : '',
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </td>
                <td>{shortMoment(row.paidAt ?? row.createdAt)}</td>
                <td>{row.payer}</td>
                <td>{row.receipt ? `${row.receipt}${row.isDischarged ? '' : ', în curs de descărcare'}` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav className="desk__bar" aria-label="Pagini și descărcări" style={{ marginTop: '1rem' }}>
        {page > 1 && <Link href={address({ pagina: page - 1 })}>Pagina anterioară</Link>}
        {hasMore && <Link href={address({ pagina: page + 1 })}>Pagina următoare</Link>}
        <a className="desk__link" href={`/api/money/export?deLa=${month.from}&panaLa=${month.to}`}>
          {moneyText.exportCsv}
        </a>
        {mayKeepMoney(actor) && (
          <Link className="desk__link" href="/admin/plati/reconciliere">
            {moneyText.reconciliation}
          </Link>
        )}
      </nav>
    </DeskFrame>
  )
}
