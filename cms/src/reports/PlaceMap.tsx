import type { MapFeature } from './geography/contract.ts'
import { toPlane } from './geography/plane.ts'

const size = 320
/** As much of the town as helps to know the place again. */
const reachMetres = 450

/** Where it is, drawn from the town's own map: its streets around the point, north up. */
export function PlaceMap({
  point,
  features,
}: {
  point: { lat: number; lng: number }
  features: readonly MapFeature[]
}) {
  const at = (position: [number, number]) => {
    const { x, y } = toPlane(position, point)
    return { x: ((x + reachMetres) / (2 * reachMetres)) * size, y: ((reachMetres - y) / (2 * reachMetres)) * size }
  }
  const path = (part: [number, number][]) =>
    part
      .map((position, index) => `${index === 0 ? 'M' : 'L'}${at(position).x.toFixed(1)} ${at(position).y.toFixed(1)}`)
      .join('')
  const isNear = (part: [number, number][]) =>
    part.some((position) => {
      const { x, y } = at(position)
      return x > -size && x < 2 * size && y > -size && y < 2 * size
    })
  const shown = features.flatMap(({ parts, ...feature }, index) =>
    parts
      .filter((part) => isNear(part))
      .map((part, place) => ({ ...feature, key: `${index}-${place}`, d: path(part) })),
  )
  return (
    <figure className="report-map">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Locul pe harta comunei">
        <rect width={size} height={size} className="report-map__ground" />
        {shown
          .filter(({ kind }) => kind !== 'commune')
          .map(({ key, kind, shape, d }) => (
            <path key={key} d={shape === 'area' ? `${d}Z` : d} className={`report-map__${kind}`} />
          ))}
        {shown
          .filter(({ kind }) => kind === 'street' || kind === 'road')
          .map(({ key, d, name }) => (
            <g key={key}>
              <path id={`street-${key}`} d={d} fill="none" />
              <text className="report-map__name">
                <textPath href={`#street-${key}`} startOffset="50%" textAnchor="middle">
                  {name}
                </textPath>
              </text>
            </g>
          ))}
        <circle cx={size / 2} cy={size / 2} r="9" className="report-map__pin" />
      </svg>
      <figcaption>
        {point.lat.toFixed(5)}, {point.lng.toFixed(5)}
      </figcaption>
    </figure>
  )
}
