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
  const labels = labelsOf(
    features.flatMap(({ kind, name, parts }) =>
      kind === 'street' || kind === 'road' ? [{ name, parts: parts.map((part) => part.map(at)) }] : [],
    ),
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
        {labels.map(({ name, x, y }) => (
          <text key={name} x={x} y={y} textAnchor="middle" className="report-map__name">
            {name}
          </text>
        ))}
        <circle cx={size / 2} cy={size / 2} r="9" className="report-map__pin" />
      </svg>
      <figcaption>
        {point.lat.toFixed(5)}, {point.lng.toFixed(5)}
      </figcaption>
    </figure>
  )
}

type Spot = { x: number; y: number }

/** A name for each line that can carry one: where it passes nearest to the pin, off the pin, inside the picture. */
function labelsOf(lines: readonly { name: string; parts: Spot[][] }[]): ({ name: string } & Spot)[] {
  const centre = size / 2
  const taken: Spot[] = []
  return lines.flatMap(({ name, parts }) => {
    const spots = parts.flatMap((part) =>
      part.slice(1).flatMap((end, index) => {
        const start = part[index] ?? end
        return [0.2, 0.35, 0.5, 0.65, 0.8].map((share) => ({
          x: start.x + (end.x - start.x) * share,
          y: start.y + (end.y - start.y) * share - 5,
        }))
      }),
    )
    const half = name.length * 3.2
    const free = spots
      .filter(({ x, y }) => x > half && x < size - half && y > 14 && y < size - 6)
      .filter((spot) => Math.abs(spot.x - centre) > half + 12 || Math.abs(spot.y - 4 - centre) > 16)
      .filter((spot) =>
        taken.every((other) => Math.abs(other.y - spot.y) > 13 || Math.abs(other.x - spot.x) > 2 * half),
      )
      .sort((one, other) => Math.hypot(one.x - centre, one.y - centre) - Math.hypot(other.x - centre, other.y - centre))
    const [spot] = free
    if (!spot) return []
    taken.push(spot)
    return [{ name, ...spot }]
  })
}
