import { mapWords } from './map-words.ro.ts'

/**
 * `<report-map data-map data-reports data-root>`: a drawing that becomes a map when the reader asks for it. Nothing of
 * the map is loaded before. Without script the drawing stays, and the button is not there.
 */
class ReportMap extends HTMLElement {
  readonly #button = this.querySelector('button')
  readonly #said = this.querySelector<HTMLElement>('[role=status]')

  connectedCallback(): void {
    if (!this.#button) return
    this.#button.hidden = false
    this.#button.addEventListener('click', () => void this.#open(), { once: true })
  }

  async #open(): Promise<void> {
    const { map: mapUrl = '', reports: reportsUrl = '', root = '/' } = this.dataset
    this.#say(mapWords.loading)
    const place = Object.assign(document.createElement('div'), { className: 'mapplace' })
    place.setAttribute('role', 'region')
    place.setAttribute('aria-label', mapWords.map)
    const drawing = this.querySelector('figure')
    try {
      const [{ openTownMap, fetchJson }, { addReports }] = await Promise.all([
        import('./town-map.ts'),
        import('./reports-layer.ts'),
      ])
      const reports = fetchJson<import('./map-data.ts').MapReports>(reportsUrl)
      drawing?.replaceWith(place)
      const { map } = await openTownMap(place, mapUrl)
      addReports(map, (await reports).reports, (number) => `${root}${number}/`)
      this.#button?.remove()
      this.#say('')
      map.getContainer().focus()
      this.dispatchEvent(new CustomEvent('map-opened'))
    } catch {
      if (drawing) place.replaceWith(drawing)
      this.#say(mapWords.failed)
    }
  }

  #say(words: string): void {
    if (this.#said) this.#said.textContent = words
  }
}

customElements.define('report-map', ReportMap)
