import type { MapFeature, MapPoint } from '@avizier/cms/reports/geography'
import { placeInWords } from '@avizier/cms/reports-place-words'
import { placeOf } from '@avizier/cms/reports-places'
import { divIcon, type LatLng, type Map as LeafletMap, type Marker, marker } from 'leaflet/dist/leaflet-src.esm.js'
import { mapWords } from './map-words.ro.ts'
import type { PickedPlace } from './place-picker.element.ts'

const steps: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}
const near = 17
const drop =
  '<svg class="mappin" viewBox="0 0 30 42" aria-hidden="true"><path d="M15 1C7 1 1 7 1 15c0 10 14 26 14 26s14-16 14-26C29 7 23 1 15 1z"/><circle cx="15" cy="15" r="5" fill="#fff" stroke="none"/></svg>'

/** A pin that is put by a tap on the map, dragged, or moved with the arrow keys. The answer puts it somewhere. */
export function addPin(
  map: LeafletMap,
  features: readonly MapFeature[],
  onPicked: (picked: PickedPlace) => void,
): (point: MapPoint) => void {
  const icon = divIcon({ className: '', iconSize: [30, 42], iconAnchor: [15, 41], html: drop })
  const pin: Marker = marker(map.getCenter(), {
    icon,
    draggable: true,
    autoPan: true,
    keyboard: true,
    title: mapWords.pin,
    alt: mapWords.pin,
  })
  const tell = () => {
    const point = pointOf(pin.getLatLng())
    const place = placeOf(features, point)
    onPicked({
      point,
      words: placeInWords(place),
      isInCommune: place.isInCommune,
      village: place.street?.village ?? (place.village?.metres === 0 ? place.village.name : null),
      street: place.street?.name ?? null,
    })
  }
  map.on('click', ({ latlng }) => {
    pin.setLatLng(latlng)
    tell()
  })
  pin.on('dragend', tell)
  pin.addTo(map)
  const element = pin.getElement()
  element?.setAttribute('aria-label', mapWords.pin)
  element?.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation() // or the map would move as well
    const pixels = event.shiftKey ? 60 : 8
    const at = map.latLngToContainerPoint(pin.getLatLng()).add([step[0] * pixels, step[1] * pixels])
    pin.setLatLng(map.containerPointToLatLng(at))
    if (!map.getBounds().pad(-0.1).contains(pin.getLatLng())) map.panTo(pin.getLatLng())
    tell()
  })
  element?.focus()
  return ({ lat, lng }) => {
    pin.setLatLng([lat, lng])
    map.setView([lat, lng], Math.max(near, map.getZoom()))
    tell()
  }
}

/** To a metre: a pin under a thumb says no more than that. */
const pointOf = ({ lat, lng }: LatLng): MapPoint => ({
  lat: Math.round(lat * 1e5) / 1e5,
  lng: Math.round(lng * 1e5) / 1e5,
})
