import type { MapPoint } from '@avizier/cms/reports/geography'
import { mapWords } from './map-words.ro.ts'

/** What `place-picked` carries: the point, and where it is in the words of the town's map. */
export type PickedPlace = {
  point: MapPoint
  words: string
  isInCommune: boolean | null
  village: string | null
  street: string | null
}

/**
 * `<place-picker data-map>`: a button that opens the town's map with a pin on it. The pin is put by a tap, dragged, or
 * moved with the arrow keys; where it stands is told in words. The point is in the fields named by `[data-part=lat]` and
 * `[data-part=lng]` within, for a form without script to read, and in the event `place-picked`. `showPoint` puts the pin
 * where a phone says it is, and opens the map if it is not open.
 */
export class PlacePicker extends HTMLElement {
  #opening: Promise<(point: MapPoint) => void> | null = null

  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => void this.#open())
    const [lat, lng] = [this.#field('lat')?.value, this.#field('lng')?.value]
    if (lat && lng) void this.showPoint({ lat: Number(lat), lng: Number(lng) })
  }

  async showPoint(point: MapPoint): Promise<void> {
    const show = await this.#open()
    show?.(point)
  }

  async #open(): Promise<((point: MapPoint) => void) | null> {
    this.#opening ??= this.#load()
    try {
      return await this.#opening
    } catch {
      this.#opening = null
      this.#say(mapWords.pickFailed)
      return null
    }
  }

  async #load(): Promise<(point: MapPoint) => void> {
    this.#say(mapWords.loading)
    const [{ openTownMap }, { addPin }] = await Promise.all([import('./town-map.ts'), import('./pin-layer.ts')])
    const place = Object.assign(document.createElement('div'), { className: 'mapplace' })
    place.setAttribute('role', 'application')
    place.setAttribute('aria-label', mapWords.map)
    const button = this.querySelector('button')
    button?.before(place)
    try {
      const { map, data } = await openTownMap(place, this.dataset['map'] ?? '')
      const show = addPin(map, data.features, (picked) => this.#picked(picked))
      if (button) button.hidden = true
      this.#say('')
      return show
    } catch (error) {
      place.remove()
      throw error
    }
  }

  #picked(picked: PickedPlace): void {
    for (const name of ['lat', 'lng'] as const) {
      const field = this.#field(name)
      if (field) field.value = String(picked.point[name])
    }
    this.#say(picked.isInCommune === false ? mapWords.outside : picked.words)
    this.dispatchEvent(new CustomEvent<PickedPlace>('place-picked', { detail: picked, bubbles: true }))
  }

  #field = (name: 'lat' | 'lng') => this.querySelector<HTMLInputElement>(`input[data-part=${name}]`)

  #say(words: string): void {
    const said = this.querySelector('[role=status]')
    if (said) said.textContent = words
  }
}

customElements.define('place-picker', PlacePicker)
