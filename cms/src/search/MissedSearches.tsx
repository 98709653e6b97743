import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { UIFieldServerComponent } from 'payload'
import { missedSearches } from './searches.action.ts'

const longDate = new Intl.DateTimeFormat('ro', { day: 'numeric', month: 'long', timeZone: 'Europe/Bucharest' })

/** What people looked for and did not find, most often first: where a synonym, or a missing paper, would help. */
export const MissedSearches: UIFieldServerComponent = async ({ payload }) => {
  const missed = await missedSearches((payload.db as unknown as PostgresAdapter).pool, { days: 90, limit: 50 })
  return (
    <section style={{ marginBlock: '2.5rem' }}>
      <h3 style={{ marginBottom: '0.5rem' }}>Căutate și negăsite, în ultimele 90 de zile</h3>
      {missed.length === 0 ? (
        <p className="field-description">Nimic: tot ce s-a căutat s-a și găsit.</p>
      ) : (
        <table style={{ width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' }}>
          <thead>
            <tr>
              {['Cuvinte', 'De câte ori', 'Ultima dată'].map((label) => (
                <th key={label} scope="col" style={cell}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {missed.map(({ words, count, lastOn }) => (
              <tr key={words}>
                <th scope="row" style={{ ...cell, fontWeight: 600 }}>
                  {words}
                </th>
                <td style={cell}>{count}</td>
                <td style={cell}>{longDate.format(lastOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const cell = {
  textAlign: 'left',
  padding: '0.6rem 1rem 0.6rem 0',
  borderBottom: '1px solid var(--theme-elevation-150)',
} as const
