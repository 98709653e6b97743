import { ticksUpTo } from './chart-scale.ts'

export type Series = { label: string; isSolid: boolean; values: (number | null)[] }

const width = 720
const height = 250
const left = 44
const bottom = 28
const top = 14

/**
 * Values by month as bars, drawn on the server. Series differ by fill and outline, not by colour alone, and every bar
 * says its value; the table beside it says the same to who does not see it.
 */
export function MonthsChart({
  id,
  title,
  about,
  months,
  series,
  unit = '',
  most,
}: {
  id: string
  title: string
  about: string
  months: string[]
  series: Series[]
  unit?: string
  most?: number
}) {
  const ticks = ticksUpTo(most ?? Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const last = ticks.at(-1) ?? 1
  const y = (value: number) => height - bottom - (value / last) * (height - bottom - top)
  const slot = (width - left) / months.length
  const bar = Math.min(22, (slot - 8) / series.length)
  return (
    <div className="desk__chart desk__chart--latest">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{about}</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className="desk__rule" />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {`${tick.toLocaleString('ro-RO')}${unit}`}
            </text>
          </g>
        ))}
        {months.map((month, index) => {
          const start = left + index * slot + (slot - bar * series.length) / 2
          return (
            <g key={month}>
              {series.map(({ label, isSolid, values }, place) => {
                const value = values[index] ?? null
                if (value === null) return null
                const x = start + place * bar
                return (
                  <g key={label}>
                    <rect
                      x={x + 1}
                      y={y(value)}
                      width={bar - 2}
                      height={Math.max(0, height - bottom - y(value))}
                      className={isSolid ? 'desk__solid' : 'desk__outline'}
                    />
                    {value > 0 && (
                      <text x={x + bar / 2} y={y(value) - 4} textAnchor="middle" className="desk__value">
                        {value.toLocaleString('ro-RO')}
                      </text>
                    )}
                  </g>
                )
              })}
              <text x={left + (index + 0.5) * slot} y={height - 8} textAnchor="middle">
                {shortMonth(month)}
              </text>
            </g>
          )
        })}
      </svg>
      {series.length > 1 && (
        <ul className="desk__legend">
          {series.map(({ label, isSolid }) => (
            <li key={label}>
              <svg width="14" height="14" aria-hidden="true">
                <rect x="1" y="1" width="12" height="12" className={isSolid ? 'desk__solid' : 'desk__outline'} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const names = ['ian.', 'feb.', 'mar.', 'apr.', 'mai', 'iun.', 'iul.', 'aug.', 'sep.', 'oct.', 'nov.', 'dec.']
/** "nov." and, in January, the year that begins. */
const shortMonth = (month: string): string => {
  const [year = '', number = '1'] = month.split('-')
  return number === '01' ? `ian. ${year.slice(2)}` : (names[Number(number) - 1] ?? '')
}
