import {
  divIcon,
  type Map as LeafletMap,
  layerGroup,
  type Marker,
  marker,
  popup,
} from 'leaflet/dist/leaflet-src.esm.js'
import Supercluster from 'supercluster'
import { type MapReport, mapTones } from './map-data.ts'
import { mapWords, toneWords } from './map-words.ro.ts'

type Shown = { report: MapReport }

const closest = 18
const dotSize = 26

/**
 * Thousands of reports on an opened map: near ones stand together as a circle with their count, which draws nearer when
 * it is pressed. Only what is in sight is in the page, so the map stays quick however many there are.
 */
export function addReports(map: LeafletMap, reports: readonly MapReport[], pathOf: (number: string) => string): void {
  const index = new Supercluster<Shown>({ radius: 64, maxZoom: closest })
  index.load(
    reports.map((report) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [report[1], report[0]] },
      properties: { report },
    })),
  )
  const layer = layerGroup().addTo(map)
  const standing = new Map<string, Marker>()
  const show = () => {
    const bounds = map.getBounds().pad(0.1)
    const found = index.getClusters(
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      Math.floor(map.getZoom()),
    )
    const seen = new Set<string>()
    for (const { geometry, properties } of found) {
      const at: [number, number] = [geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0]
      const isMany = 'cluster' in properties
      const key = isMany ? `many ${properties.cluster_id}` : properties.report[2]
      seen.add(key)
      if (standing.has(key)) continue
      const made = isMany
        ? manyAt(map, at, properties.point_count, () => index.getClusterExpansionZoom(properties.cluster_id))
        : oneAt(map, at, properties.report, pathOf)
      standing.set(key, made.addTo(layer))
    }
    // What stays is left alone, so that whoever is on it with the keyboard stays there.
    for (const [key, each] of standing) {
      if (seen.has(key)) continue
      layer.removeLayer(each)
      standing.delete(key)
    }
  }
  map.on('moveend', show)
  show()
}

function manyAt(map: LeafletMap, at: [number, number], count: number, zoomTo: () => number) {
  const size = count < 10 ? 34 : count < 100 ? 42 : 50
  const made = marker(at, {
    icon: dot('many', String(count), size),
    title: mapWords.many(count),
    alt: mapWords.many(count),
  })
  return onPressed(made, () => map.setView(at, Math.min(closest + 1, zoomTo())))
}

function oneAt(
  map: LeafletMap,
  at: [number, number],
  [, , number, tone, title]: MapReport,
  pathOf: (number: string) => string,
) {
  const name = mapTones[tone] ?? 'over'
  const made = marker(at, { icon: dot(name, '', dotSize), title, alt: `${title}: ${toneWords[name]}` })
  return onPressed(made, () => {
    const words = document.createElement('div')
    const link = Object.assign(document.createElement('a'), { href: pathOf(number), textContent: title })
    words.append(link, `${number}, ${toneWords[name]}`)
    popup({ closeButton: true, autoPanPadding: [24, 24], offset: [0, -6] })
      .setLatLng(at)
      .setContent(words)
      .openOn(map)
    link.focus()
  })
}

/** Leaflet hears the keys of a marker and does nothing with them. */
const onPressed = (made: Marker, act: () => void): Marker =>
  made.on('click', act).on('keypress', ({ originalEvent }) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return
    originalEvent.preventDefault()
    act()
  })

const dot = (tone: string, text: string, size: number) =>
  divIcon({ className: '', iconSize: [size, size], html: `<span class="mapdot mapdot--${tone}">${text}</span>` })
