import { ticksUpTo } from './chart-scale.ts'

export type DurationRow = { label: string; count: number; median: number; p90: number }

const width = 720
const left = 250
const row = 34
const top = 24

/** How long things take: a bar to the median, a line on to where nine in ten are answered. */
export function DurationChart({
  id,
  title,
  about,
  rows,
}: {
  id: string
  title: string
  about: string
  rows: DurationRow[]
}) {
  const ticks = ticksUpTo(Math.max(1, ...rows.map(({ p90 }) => p90)), 5)
  const last = ticks.at(-1) ?? 1
  const x = (days: number) => left + (days / last) * (width - left - 24)
  const height = top + rows.length * row + 4
  return (
    <div className="desk__chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-about`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{about}</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={top - 6} y2={height} className="desk__rule" />
            <text x={x(tick)} y={top - 10} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {rows.map(({ label, median, p90 }, index) => {
          const middle = top + index * row + row / 2
          return (
            <g key={label}>
              <text x={left - 10} y={middle + 4} textAnchor="end">
                {label.length > 34 ? `${label.slice(0, 33)}…` : label}
              </text>
              <rect x={left} y={middle - 8} width={x(median) - left} height="16" className="desk__solid" />
              <line x1={x(median)} x2={x(p90)} y1={middle} y2={middle} className="desk__whisker" />
              <line x1={x(p90)} x2={x(p90)} y1={middle - 7} y2={middle + 7} className="desk__whisker" />
            </g>
          )
        })}
      </svg>
      <ul className="desk__legend">
        <li>
          <svg width="26" height="14" aria-hidden="true">
            <rect y="2" width="26" height="10" className="desk__solid" />
          </svg>
          jumătate au răspuns până aici (mediana)
        </li>
        <li>
          <svg width="26" height="14" aria-hidden="true">
            <path d="M0 7h24M24 1v12" className="desk__whisker" />
          </svg>
          nouă din zece, până aici
        </li>
      </ul>
    </div>
  )
}
