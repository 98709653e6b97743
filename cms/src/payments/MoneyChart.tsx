import { longDay } from '../registry/words.ro.ts'
import { purposeLabels } from './money-desk.ro.ts'
import { leiInSentence } from './payment-words.ro.ts'
import { chartSize, type TotalsChart } from './totals-chart.ts'

const fills = { fine: 'var(--theme-elevation-800)', fee: 'var(--theme-success-500)', other: 'var(--theme-warning-500)' }

/** What came in by day and by kind, drawn; the same in words beside it, for who does not see the drawing. */
export function MoneyChart({ chart }: { chart: TotalsChart }) {
  const sums = Object.entries(chart.sums)
  if (sums.length === 0) return null
  const words = sums.map(([purpose, bani]) => `${purposeLabels[purpose as 'fine']}: ${leiInSentence(bani)}`).join('; ')
  return (
    <figure style={{ margin: '0 0 1.5rem', maxWidth: '44rem' }}>
      <svg
        viewBox={`0 0 ${chartSize.width} ${chartSize.height + 2}`}
        role="img"
        aria-label={`Încasări pe zile. ${words}`}
        style={{ width: '100%', height: 'auto' }}
      >
        <line
          x1="0"
          x2={chartSize.width}
          y1={chartSize.height + 1}
          y2={chartSize.height + 1}
          stroke="var(--theme-elevation-400)"
        />
        {chart.bars.map(({ day, x, parts, bani }) =>
          parts.map(({ purpose, y, height }) => (
            <rect
              key={`${day}${purpose}`}
              x={x}
              y={y}
              width={chartSize.width / chart.bars.length - chartSize.gap}
              height={height}
              fill={fills[purpose as 'fine']}
            >
              <title>{`${longDay(day)}: ${leiInSentence(bani)}`}</title>
            </rect>
          )),
        )}
      </svg>
      <figcaption>{`Ultimele ${chart.bars.length} de zile: ${words}. Cea mai bună zi: ${leiInSentence(chart.topBani)}.`}</figcaption>
    </figure>
  )
}
