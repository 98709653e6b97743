'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { formatLei } from './money.ts'
import { differenceWords, moneyText, sourceLabels } from './money-desk.ro.ts'
import type { Difference } from './reconciliation.ts'

type Report = {
  isNew: boolean
  lines: number
  unread: { line: number; raw: string }[]
  days: { from: string; to: string } | null
  commissionBani: number
  reconciled: { agreed: number; agreedBani: number; differences: Difference[] }
}
const columns = { referinta: 'Referința', data: 'Data', suma: 'Suma', comision: 'Comisionul' }

/** A report goes in; what agrees is counted, what does not is listed. */
export function Reconciliation() {
  const [fault, setFault] = useState('')
  const [report, setReport] = useState<Report | null>(null)
  const bring = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    setReport(null)
    if (!(file instanceof File) || file.size === 0) return setFault(moneyText.failed)
    const query = new URLSearchParams({ sursa: String(form.get('sursa')), nume: file.name })
    for (const name of Object.keys(columns)) if (form.get(name)) query.set(name, String(form.get(name)))
    const response = await fetch(`/api/money/settlements?${query}`, { method: 'POST', body: file }).catch(() => null)
    const body = await response?.json().catch(() => null)
    if (!response?.ok) return setFault(body?.erori?.[0]?.mesaj ?? moneyText.failed)
    setFault('')
    setReport(body)
  }
  return (
    <>
      <form onSubmit={bring}>
        <p>{moneyText.reportHint}</p>
        <div className="desk__bar">
          <label>
            De la cine
            <select name="sursa">
              {Object.entries(sourceLabels).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            Raportul (CSV)
            <input type="file" name="file" accept=".csv,text/csv" />
          </label>
        </div>
        <details>
          <summary>Alte capete de coloană</summary>
          <div className="desk__bar" style={{ marginTop: '0.75rem' }}>
            {Object.entries(columns).map(([name, label]) => (
              <label key={name}>
                {label}
                <input name={name} />
              </label>
            ))}
          </div>
        </details>
        <p style={{ marginTop: '1rem' }}>
          <button type="submit">Compară cu plățile noastre</button>
        </p>
        <p role="status" className="desk__fault">
          {fault}
        </p>
      </form>
      {report && <Differences report={report} />}
    </>
  )
}

function Differences({ report }: { report: Report }) {
  const { isNew, lines, unread, commissionBani, reconciled } = report
  const { agreed, agreedBani, differences } = reconciled
  return (
    <section aria-live="polite">
      {!isNew && <p className="desk__note">{moneyText.reportAgain}</p>}
      <h2>{differences.length === 0 ? 'Totul se potrivește' : `Diferențe: ${differences.length}`}</h2>
      <p>{`Rânduri în raport: ${lines}. Se potrivesc: ${agreed}, ${formatLei(agreedBani)}. Comisioane: ${formatLei(commissionBani)}.`}</p>
      {differences.length > 0 && (
        <table>
          <thead>
            <tr>
              {['Rândul', 'Referința', 'În raport', 'La noi', 'Ce nu se potrivește'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={`${difference.kind}${'line' in difference ? difference.line : difference.reference}`}>
                <td>{'line' in difference ? difference.line : ''}</td>
                <th scope="row">
                  {/^[2-9A-HJKMNP-TV-Z]{12}$/.test(difference.reference) ? (
                    <Link href={`/admin/plati/${difference.reference}`}>{difference.reference}</Link>
                  ) : (
                    difference.reference
                  )}
                </th>
                <td>{difference.kind === 'not-there' ? '' : formatLei(difference.amountBani)}</td>
                <td>
                  {difference.kind === 'amount-differs'
                    ? formatLei(difference.heldBani)
                    : difference.kind === 'not-there'
                      ? formatLei(difference.amountBani)
                      : ''}
                </td>
                <td>{differenceWords(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unread.length > 0 && (
        <>
          <h2>{`Rânduri care nu s-au putut citi: ${unread.length}`}</h2>
          <ul>
            {unread.map(({ line, raw }) => (
              <li key={line}>{`${line}: ${raw}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
