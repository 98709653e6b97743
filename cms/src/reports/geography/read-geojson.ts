import { z } from 'zod'
import { FeatureKind, type MapFeature, type Position } from './contract.ts'

export const geographyLimits = { features: 3_000, positions: 60_000, nameLength: 80 } as const

export type GeographyFault =
  | 'not-geojson'
  | 'too-many-features'
  | 'too-many-positions'
  | 'outside-the-country'
  | 'no-commune'
  | 'no-village'
  | 'not-an-area'
  | 'not-a-line'
  | 'nameless'

/** Longitude and latitude may carry a height, which no map here shows. */
const position = z.array(z.number()).min(2).max(4)
const ring = z.array(position).min(4)
const line = z.array(position).min(2)

const FeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ kind: FeatureKind, name: z.string().default(''), village: z.string().nullish() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
        z.object({ type: z.literal('LineString'), coordinates: line }),
        z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
      ]),
    }),
  ),
})

/** What a geographic program exports, as a map of the town; or what is wrong with it, first things first. */
export function readGeojson(
  given: unknown,
): { kind: 'map'; features: MapFeature[] } | { kind: 'refused'; code: GeographyFault; about: string } {
  const refused = (code: GeographyFault, about = '') => ({ kind: 'refused', code, about }) as const
  const parsed = FeatureCollection.safeParse(given)
  if (!parsed.success) return refused('not-geojson', parsed.error.issues[0]?.path.join('.') ?? '')
  if (parsed.data.features.length > geographyLimits.features) return refused('too-many-features')
  const features: MapFeature[] = []
  for (const { properties, geometry } of parsed.data.features) {
    const shape = geometry.type.endsWith('Polygon') ? 'area' : 'line'
    const name = properties.name.trim().slice(0, geographyLimits.nameLength)
    const isOfArea = properties.kind === 'commune' || properties.kind === 'village'
    if (isOfArea && shape !== 'area') return refused('not-an-area', name)
    if (!isOfArea && properties.kind !== 'water' && shape !== 'line') return refused('not-a-line', name)
    if (!name && (properties.kind === 'village' || properties.kind === 'street')) return refused('nameless')
    features.push({
      kind: properties.kind,
      name,
      village: properties.village?.trim() || null,
      shape,
      parts: partsOf(geometry).map((part) => part.map(rounded)),
    })
  }
  const positions = features.flatMap(({ parts }) => parts.flat())
  if (positions.length > geographyLimits.positions) return refused('too-many-positions')
  const stray = positions.find(([lng, lat]) => lng < 20 || lng > 30 || lat < 43.4 || lat > 48.4)
  if (stray) return refused('outside-the-country', stray.join(', '))
  if (features.filter(({ kind }) => kind === 'commune').length !== 1) return refused('no-commune')
  if (!features.some(({ kind }) => kind === 'village')) return refused('no-village')
  return { kind: 'map', features }
}

type Geometry = z.infer<typeof FeatureCollection>['features'][number]['geometry']

function partsOf(geometry: Geometry): number[][][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return geometry satisfies never
  }
}

/** To about a metre: more says nothing of a village street. */
const rounded = ([lng = 0, lat = 0]: number[]): Position => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
