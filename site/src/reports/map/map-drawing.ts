import type { FeatureKind, MapFeature, MapPoint, Position } from '@avizier/cms/reports/geography'
import { boundsOf, simplified } from '@avizier/cms/reports-shapes'

/** What the drawing shows: the whole commune, one village, or the surroundings of a point. */
export type MapFocus =
  | { kind: 'commune' }
  | { kind: 'village'; name: string }
  | { kind: 'point'; point: MapPoint; metres: number }

/** A place with something to read about it. */
export type MapPin = MapPoint & {
  /** What stands in the circle: the place in the list beside the map. */
  mark: string
  /** Where it leads; null for a pin that only shows. */
  href: string | null
  label: string
  isSolved?: boolean
}

export type Drawing = {
  width: number
  height: number
  /** One path for everything of a kind, in the order of painting. */
  paths: { kind: FeatureKind; d: string }[]
  labels: { x: number; y: number; text: string; isSmall: boolean }[]
  pins: (MapPin & { x: number; y: number })[]
}

const width = 640
const margin = 0.06
const tallest = 0.7
const flattest = 0.42
const order: readonly FeatureKind[] = ['commune', 'water', 'village', 'rail', 'road', 'street']

/** Lays the town's own map out as a drawing that needs no script: few points, whole numbers, a name for each village. */
export function drawMap(features: readonly MapFeature[], pins: readonly MapPin[], focus: MapFocus): Drawing {
  const frame = frameOf(features, pins, focus)
  const toDrawing = projection(frame)
  // Half a unit of the drawing: what is finer than that nobody sees.
  const tolerance = 0.5 * frame.metresPerUnit
  const paths = order.flatMap((kind) => {
    const d = features
      .filter((feature) => feature.kind === kind && touches(feature, frame))
      .map((feature) => pathOf(feature, tolerance, toDrawing))
      .join('')
    return d ? [{ kind, d }] : []
  })
  return {
    width,
    height: frame.height,
    paths,
    labels: labelsOf(features, frame, toDrawing),
    pins: apart(
      pins.filter((pin) => isShown(pin, frame)).map((pin) => ({ ...pin, ...toDrawing([pin.lng, pin.lat]) })),
      frame.height,
    ),
  }
}

type Frame = { west: number; south: number; east: number; north: number; height: number; metresPerUnit: number }

const metresPerDegree = 111_195

function frameOf(features: readonly MapFeature[], pins: readonly MapPin[], focus: MapFocus): Frame {
  const shown = shownBounds(features, pins, focus)
  const [west, south, east, north] = shown
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const wide = (east - west) * narrow
  const high = north - south
  const [middleLng, middleLat] = [(west + east) / 2, (south + north) / 2]
  const ratio = Math.min(tallest, Math.max(flattest, high / wide))
  // What is missing on one side is added around, so that the drawing is neither a strip nor a tower.
  const span = Math.max(wide, high / ratio) * (1 + 2 * margin)
  const rise = Math.max(high, wide * ratio) * (1 + 2 * margin)
  return {
    west: middleLng - span / narrow / 2,
    east: middleLng + span / narrow / 2,
    south: middleLat - rise / 2,
    north: middleLat + rise / 2,
    height: Math.round((width * rise) / span),
    metresPerUnit: (span * metresPerDegree) / width,
  }
}

function shownBounds(features: readonly MapFeature[], pins: readonly MapPin[], focus: MapFocus) {
  if (focus.kind === 'point') {
    const { lat, lng } = focus.point
    const up = focus.metres / metresPerDegree
    const aside = up / Math.cos((lat * Math.PI) / 180)
    return [lng - aside, lat - up, lng + aside, lat + up] as const
  }
  const villages = features.filter(
    ({ kind, name }) => kind === 'village' && (focus.kind === 'commune' || name === focus.name),
  )
  const pinned = focus.kind === 'commune' ? pins.map(({ lng, lat }): Position => [lng, lat]) : []
  const bounds = boundsOf([...(villages.length > 0 ? villages : features).flatMap(({ parts }) => parts), pinned])
  return bounds[0] < bounds[2] ? bounds : ([20, 43.4, 30, 48.4] as const)
}

type ToDrawing = (position: Position) => { x: number; y: number }

const projection =
  ({ west, south, east, north, height }: Frame): ToDrawing =>
  ([lng, lat]) => ({
    x: Math.round(((lng - west) / (east - west)) * width),
    y: Math.round(((north - lat) / (north - south)) * height),
  })

const isShown = ({ lng, lat }: MapPoint, { west, south, east, north }: Frame) =>
  lng >= west && lng <= east && lat >= south && lat <= north

function touches({ parts }: MapFeature, frame: Frame): boolean {
  const [west, south, east, north] = boundsOf(parts)
  return west <= frame.east && east >= frame.west && south <= frame.north && north >= frame.south
}

/** Relative steps compress better than places. */
function pathOf(feature: MapFeature, tolerance: number, toDrawing: ToDrawing): string {
  const isArea = feature.shape === 'area'
  return feature.parts
    .map((part) => {
      let before = { x: 0, y: 0 }
      const steps = simplified(part, tolerance).map((position, index) => {
        const { x, y } = toDrawing(position)
        const step = index === 0 ? `M${x} ${y}l` : `${x - before.x} ${y - before.y} `
        before = { x, y }
        return step
      })
      return `${steps.join('').trimEnd()}${isArea ? 'z' : ''}`
    })
    .join('')
}

type Label = Drawing['labels'][number]

/** Names of villages first, then what there is room for: near a point its streets, further away the waters. */
function labelsOf(features: readonly MapFeature[], frame: Frame, toDrawing: ToDrawing): Label[] {
  const villages = features
    .filter(({ kind }) => kind === 'village')
    .map(({ name, parts }) => {
      const [west, , east, north] = boundsOf(parts)
      const { x, y } = toDrawing([(west + east) / 2, north])
      return { x, y: y - 7, text: name, isSmall: false }
    })
  const smallKind = frame.metresPerUnit < streetNamesUnder ? 'street' : 'water'
  const small = features
    .filter(({ kind, name }) => name !== '' && kind === smallKind)
    .flatMap(({ name, parts }) => {
      const inside = parts
        .flatMap(middles)
        .map(toDrawing)
        .filter((at) => isInFrame(at, frame))
      const at = inside[Math.floor(inside.length / 2)]
      return at ? [{ x: at.x, y: at.y - 5, text: name, isSmall: true }] : []
    })
  const labels: Label[] = []
  for (const label of [...villages, ...small])
    if (isInFrame(label, frame) && !labels.some((other) => collide(label, other))) labels.push(label)
  return labels
}

/** Metres in a unit of the drawing. */
const streetNamesUnder = 3

/** The middles of the pieces of a line, where its name does not stand on a crossing. */
const middles = (line: readonly Position[]): Position[] =>
  line.slice(1).flatMap(([lng, lat], index) => {
    const [lng0, lat0] = line[index] ?? [lng, lat]
    return [0.25, 0.5, 0.75].map((share): Position => [lng0 + (lng - lng0) * share, lat0 + (lat - lat0) * share])
  })

const isInFrame = ({ x, y }: { x: number; y: number }, { height }: Frame) =>
  x > 50 && x < width - 50 && y > 16 && y < height - 6

const halfWidth = ({ text, isSmall }: Label) => text.length * (isSmall ? 3.2 : 4.2)
const collide = (a: Label, b: Label) =>
  Math.abs(a.y - b.y) < 18 && Math.abs(a.x - b.x) < halfWidth(a) + halfWidth(b) + 6

const pinSize = 26

/** Pins of one place stand beside each other: each moves along a spiral until it has room. */
function apart<Pin extends { x: number; y: number }>(pins: readonly Pin[], height: number): Pin[] {
  const placed: Pin[] = []
  for (const pin of pins) {
    let at = { x: pin.x, y: pin.y }
    for (let turn = 0; turn < 200; turn++) {
      const angle = turn * 0.7
      const reach = turn === 0 ? 0 : 8 + turn * 1.6
      at = {
        x: clamp(Math.round(pin.x + reach * Math.cos(angle)), width),
        y: clamp(Math.round(pin.y + reach * Math.sin(angle)), height),
      }
      if (placed.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= pinSize)) break
    }
    placed.push({ ...pin, ...at })
  }
  return placed
}

const clamp = (value: number, most: number) => Math.max(pinSize / 2, Math.min(most - pinSize / 2, value))
