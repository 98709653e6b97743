import type { FeatureKind, MapFeature } from '@avizier/cms/reports/geography'
import { boundsOf } from '@avizier/cms/reports-shapes'
import {
  DomUtil,
  divIcon,
  type LatLngBoundsExpression,
  type LayerGroup,
  type Map as LeafletMap,
  layerGroup,
  map as leafletMap,
  marker,
  polygon,
  polyline,
  tileLayer,
} from 'leaflet/dist/leaflet-src.esm.js'
import type { MapData } from './map-data.ts'
import { mapWords } from './map-words.ro.ts'
import openStyles from './town-map.css?url'

/** Names of streets are there when there is room for them. */
const streetNamesFrom = 16
const mostStreetNames = 60
const order: readonly FeatureKind[] = ['commune', 'water', 'village', 'rail', 'street', 'road']

/** Opens the town's own map in an element: drawn from its data, over tiles where the town has a server of them. */
export async function openTownMap(element: HTMLElement, dataUrl: string): Promise<{ map: LeafletMap; data: MapData }> {
  const [data] = await Promise.all([fetchJson<MapData>(dataUrl), loadStyles()])
  const map = leafletMap(element, {
    zoomControl: false,
    attributionControl: true,
    zoomSnap: 0.5,
    minZoom: 9,
    maxZoom: 19,
    // Nothing moves by itself for those who asked for that.
    ...(matchMedia('(prefers-reduced-motion: reduce)').matches
      ? { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false }
      : {}),
  })
  map.attributionControl.setPrefix(false)
  if (data.isSample) map.attributionControl.addAttribution(mapWords.sample)
  else if (data.attribution)
    map.attributionControl.addAttribution(escaped(`${mapWords.attribution} ${data.attribution}`))
  addZoomButtons(map)
  if (data.tiles) await addTiles(map, data.tiles)
  drawFeatures(map, data.features, data.tiles !== null)
  map.fitBounds(boundsOfTown(data.features))
  nameStreets(map, data.features)
  return { map, data }
}

export async function fetchJson<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as Answer
}

/** The styles of an opened map come with it; pages on which nobody opens one do not carry them. */
function loadStyles(): Promise<void> {
  if (document.querySelector('link[data-map]')) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: openStyles })
    link.dataset['map'] = ''
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error('The styles of the map did not come')))
    document.head.append(link)
  })
}

const toLatLng = ([lng, lat]: readonly [number, number]): [number, number] => [lat, lng]

function drawFeatures(map: LeafletMap, features: readonly MapFeature[], isOverTiles: boolean): void {
  for (const kind of order) {
    // Over pictures of the ground only what they do not show is drawn.
    if (isOverTiles && kind !== 'commune') continue
    for (const { shape, parts } of features.filter((feature) => feature.kind === kind)) {
      const lines = parts.map((part) => part.map(toLatLng))
      const options = { className: `mapline mapline--${kind}`, interactive: false, smoothFactor: 1 }
      ;(shape === 'area' ? polygon(lines, options) : polyline(lines, options)).addTo(map)
    }
  }
  for (const { name, parts } of features.filter(({ kind }) => kind === 'village')) {
    const [west, , east, north] = boundsOf(parts)
    addName(map, [north, (west + east) / 2], name, 'mapname')
  }
}

const addName = (to: LeafletMap | LayerGroup, at: [number, number], name: string, className: string) =>
  marker(at, {
    interactive: false,
    keyboard: false,
    icon: divIcon({
      className: '',
      iconSize: [0, 0],
      html: `<span class="${className}" aria-hidden="true">${escaped(name)}</span>`,
    }),
  }).addTo(to)

function nameStreets(map: LeafletMap, features: readonly MapFeature[]): void {
  const names = layerGroup().addTo(map)
  const streets = features.filter(({ kind, name }) => kind === 'street' && name !== '')
  const show = () => {
    names.clearLayers()
    if (map.getZoom() < streetNamesFrom) return
    const seen = map.getBounds()
    let shown = 0
    for (const { name, parts } of streets) {
      const inSight = parts
        .flat()
        .map(toLatLng)
        .filter((at) => seen.contains(at))
      const at = inSight[Math.floor(inSight.length / 2)]
      if (at && shown++ < mostStreetNames) addName(names, at, name, 'mapname mapname--street')
    }
  }
  map.on('moveend', show)
  show()
}

function boundsOfTown(features: readonly MapFeature[]): LatLngBoundsExpression {
  const villages = features.filter(({ kind }) => kind === 'village')
  const [west, south, east, north] = boundsOf((villages.length > 0 ? villages : features).flatMap(({ parts }) => parts))
  return west < east
    ? [
        [south, west],
        [north, east],
      ]
    : [
        [43.6, 20.3],
        [48.3, 29.7],
      ]
}

async function addTiles(map: LeafletMap, { kind, url }: NonNullable<MapData['tiles']>): Promise<void> {
  if (kind === 'pmtiles') (await import('./pmtiles-layer.ts')).pmtilesLayer(url).addTo(map)
  else tileLayer(url, { maxZoom: 19 }).addTo(map)
}

/** Buttons of our own: words for those who do not see them, and a size for thumbs. */
function addZoomButtons(map: LeafletMap): void {
  const bar = DomUtil.create('div', 'mapzoom', map.getContainer())
  const button = (sign: string, words: string, press: () => void) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', textContent: sign })
    made.setAttribute('aria-label', words)
    made.addEventListener('click', (event) => {
      event.stopPropagation()
      press()
    })
    for (const name of ['dblclick', 'pointerdown', 'mousedown', 'touchstart'])
      made.addEventListener(name, (event) => event.stopPropagation())
    bar.append(made)
  }
  button('+', mapWords.zoomIn, () => map.zoomIn(1))
  button('−', mapWords.zoomOut, () => map.zoomOut(1))
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text for the few places where Leaflet wants markup. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
