import type { PickedPlace } from './map/place-picker.element.ts'
import {
  forgetWaiting,
  keepWaiting,
  postReport,
  sendWaiting,
  type WaitingReport,
  waitingReports,
} from './waiting-reports.ts'

/** As long as the site keeps a draft. */
const life = 48 * 3_600_000
const draftKey = 'sesizare'

type Draft = { token: string; at: number; typed: Record<string, string> }
type Near = { numar: string; titlu: string; adresa: string; stadiu: string; metri: number }

/**
 * Makes the form of a report quick on a phone: the place from the phone itself, reports of the same thing nearby,
 * nothing typed lost. Without a network the whole report waits on the phone and is sent, once, when there is one.
 * Without this script the form is a plain one and does all it has to.
 */
class ReportForm extends HTMLElement {
  readonly #form = this.querySelector('form')
  readonly #files = new Set<File>()
  #asked = new AbortController()

  connectedCallback(): void {
    const form = this.#form
    if (!form) this.#forgetDraft()
    if (!form || this.#leadToDraft()) return
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false
    this.#restore()
    form.addEventListener('input', () => this.#keepDraft())
    form.addEventListener('change', (event) => this.#changed(event), { capture: true })
    // Before the uploads hold the form back: where there is no network nothing will ever have arrived.
    this.addEventListener('submit', (event) => void this.#submit(event), { capture: true })
    this.#part('gps')
      ?.querySelector('button')
      ?.addEventListener('click', () => this.#locate())
    this.addEventListener('place-picked', (event) => this.#picked(event as CustomEvent<PickedPlace>))
    // A map that is opened later shows the place that the phone gave before.
    this.#picker?.querySelector('button')?.addEventListener('click', () => this.#showOnMap())
    window.addEventListener('online', () => void this.#sendAll())
    void navigator.serviceWorker?.register('/sesizari/noua/lucrator.js').catch(() => undefined)
    void this.#sendAll()
  }

  #part = (name: string) => this.querySelector<HTMLElement>(`[data-part=${name}]`)
  #control = (name: string) =>
    this.#form?.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | null
  /** The token of this page; empty on a page out of the phone's own cache, which may be older than its last report. */
  get #token(): string {
    return this.#control('jeton')?.value ?? ''
  }

  #fields(): Record<string, string> {
    const fields: Record<string, string> = {}
    for (const [name, value] of new FormData(this.#form ?? undefined))
      if (typeof value === 'string') fields[name] = value
    return fields
  }

  #changed({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    if (target instanceof HTMLInputElement && target.type === 'file') this.#chosen(target)
    if (target.name === 'categorie') void this.#lookNearby()
  }

  /** What the camera took goes the way of what was picked. */
  #chosen(input: HTMLInputElement): void {
    const chosen = [...(input.files ?? [])]
    for (const file of chosen) this.#files.add(file)
    const uploads = this.querySelector<HTMLInputElement>('file-upload input')
    if (!this.#token || !uploads || uploads === input || chosen.length === 0) return
    const files = new DataTransfer()
    for (const file of chosen) files.items.add(file)
    uploads.files = files.files
    input.value = ''
    uploads.dispatchEvent(new Event('change'))
  }

  /** Of what was chosen, what was not taken out again. */
  #chosenFiles(): File[] {
    if (!this.#token)
      return [...this.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap(({ files }) => [...(files ?? [])])
    const shown = [...this.querySelectorAll('file-upload li b')].map(({ textContent }) => textContent)
    return [...this.#files].filter(({ name }) => shown.includes(name))
  }

  async #submit(event: SubmitEvent): Promise<void> {
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name === 'actiune') return
    const isSendingFiles = this.querySelector('file-upload progress') !== null
    if (navigator.onLine && this.#token && isSendingFiles) return
    event.preventDefault()
    event.stopPropagation()
    this.#say('Trimitem sesizarea.')
    if (navigator.onLine && this.#token) {
      const answer = await postReport(this.#fields()).catch(() => null)
      if (answer && answer.kind !== 'waits') {
        if (answer.kind === 'sent') this.#forgetDraft()
        return location.assign(answer.address)
      }
    }
    await this.#keepOnPhone()
  }

  async #keepOnPhone(): Promise<void> {
    const uploads = this.querySelector<HTMLElement>('file-upload')
    const report: WaitingReport = {
      id: crypto.randomUUID(),
      at: Date.now(),
      fields: this.#fields(),
      files: this.#chosenFiles().map((file) => ({ file, upload: null })),
      token: this.#token ? { text: this.#token, uploads: uploads?.dataset['uploads'] ?? '' } : null,
      mend: null,
    }
    try {
      await keepWaiting(report)
    } catch {
      return this.#say(
        'Nu este rețea, iar telefonul nu lasă site-ul să păstreze nimic. Lăsați pagina deschisă și încercați din nou.',
      )
    }
    this.#forgetDraft()
    this.#files.clear()
    this.#form?.reset()
    // The token went with the report: another one written on this page gets a token of its own.
    const token = this.#control('jeton')
    if (token) token.value = ''
    delete uploads?.dataset['uploads']
    uploads?.querySelector('ul')?.replaceChildren()
    this.#say('')
    await this.#showWaiting()
    this.#part('waiting')?.focus()
    const answer = await sendWaiting(report)
    if (answer.kind !== 'waits') location.assign(answer.address)
  }

  /** Everything that waits on this phone, the oldest first. */
  async #sendAll(): Promise<void> {
    await this.#showWaiting()
    for (const report of await waitingReports()) {
      const answer = report.mend ? null : await sendWaiting(report)
      if (answer?.kind === 'sent') this.#showSent(answer.address)
    }
    await this.#showWaiting()
  }

  async #showWaiting(): Promise<void> {
    const part = this.#part('waiting')
    const reports = await waitingReports()
    if (!part) return
    part.hidden = reports.length === 0
    part.querySelector('ul')?.replaceChildren(
      ...reports.map((report) => {
        const row = document.createElement('li')
        const words = report.fields['descriere'] || report.fields['loc'] || 'Sesizare fără text'
        row.append(words.length > 80 ? `${words.slice(0, 79)}…` : words)
        if (report.mend)
          row.append(' ', Object.assign(document.createElement('a'), { href: report.mend, textContent: 'Corectează' }))
        const out = Object.assign(document.createElement('button'), {
          className: 'plain',
          type: 'button',
          textContent: 'Șterge',
        })
        out.addEventListener('click', () => void forgetWaiting(report.id).then(() => this.#showWaiting()))
        row.append(' ', out)
        return row
      }),
    )
  }

  #showSent(address: string): void {
    const part = this.#part('sent')
    const link = part?.querySelector('a')
    if (!part || !link) return
    link.href = address
    part.hidden = false
  }

  #locate(): void {
    this.#tell('gps', 'Căutăm locul…')
    const wrong: Record<number, string> = {
      1: 'Telefonul nu ne lasă să vedem locul. Alegeți satul și scrieți strada.',
      2: 'Telefonul nu știe unde este. Alegeți satul și scrieți strada.',
      3: 'Telefonul caută prea mult. Încercați din nou sau scrieți strada.',
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#placed(coords)
      },
      ({ code }) => this.#tell('gps', wrong[code] ?? wrong[2] ?? ''),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  }

  #placed({ latitude, longitude, accuracy }: GeolocationCoordinates): void {
    for (const [name, value] of Object.entries({ lat: latitude, lng: longitude })) {
      const control = this.#control(name)
      if (control) control.value = value.toFixed(6)
    }
    const metres = Math.max(1, Math.round(accuracy))
    this.#tell('gps', `Am luat locul, cu o precizie de ${metres} m. Puteți scrie și un reper.`)
    if (this.querySelector('.mapplace')) this.#showOnMap()
    this.#keepDraft()
    void this.#lookNearby()
  }

  get #picker(): (HTMLElement & { showPoint?: (point: { lat: number; lng: number }) => Promise<void> }) | null {
    return this.querySelector('place-picker')
  }

  #showOnMap(): void {
    const { lat, lng } = this.#fields()
    if (lat && lng) void this.#picker?.showPoint?.({ lat: Number(lat), lng: Number(lng) })
  }

  /** The map knows the names of what is there: they are filled in where nothing was written. */
  #picked({ detail: { village, street } }: CustomEvent<PickedPlace>): void {
    for (const [name, value] of Object.entries({ sat: village, loc: street })) {
      const control = this.#control(name)
      if (control && value && (control.value === '' || control.dataset['fromMap'] === control.value)) {
        control.value = value
        control.dataset['fromMap'] = control.value
      }
    }
    this.#keepDraft()
    void this.#lookNearby()
  }

  /** Reports of the same thing nearby: following one serves everybody better than a second one. */
  async #lookNearby(): Promise<void> {
    const { lat, lng, categorie } = this.#fields()
    const part = this.#part('near')
    if (!part || !lat || !lng || !categorie) return
    this.#asked.abort()
    this.#asked = new AbortController()
    const question = new URLSearchParams({ lat, lng, categorie })
    const found = await fetch(`/api/sesizari/aproape?${question}`, { signal: this.#asked.signal })
      .then((response) => (response.ok ? (response.json() as Promise<{ sesizari: Near[] }>) : null))
      .catch(() => null)
    const near = found?.sesizari ?? []
    part.hidden = near.length === 0
    part.querySelector('ul')?.replaceChildren(
      ...near.map(({ numar, titlu, adresa, stadiu, metri }) => {
        const row = document.createElement('li')
        const link = Object.assign(document.createElement('a'), { href: `${adresa}#urmareste`, textContent: titlu })
        row.append(link, ` nr. ${numar}, la ${metri} m. ${stadiu}`)
        return row
      }),
    )
  }

  #tell(part: string, sentence: string): void {
    const status = this.#part(part)?.querySelector('[role=status]')
    if (status) status.textContent = sentence
  }

  #say = (sentence: string) => this.#tell('send', sentence)

  /** A report that was begun here goes on at its own address, where the site has its photos. */
  #leadToDraft(): boolean {
    const draft = this.#draft()
    const isFresh = this.dataset['draft'] === undefined
    if (!draft || !isFresh || !this.#token || draft.token === this.#token || !navigator.onLine) return false
    location.replace(`/sesizari/noua/${draft.token}/`)
    return true
  }

  #restore(): void {
    const draft = this.#draft()
    if (!draft || (draft.token && draft.token !== this.#token)) return
    for (const [name, value] of Object.entries(draft.typed)) {
      const control = this.#control(name)
      if (control && control.value === '') control.value = value
    }
  }

  #keepDraft(): void {
    const { jeton, website: _, ...typed } = this.#fields()
    const draft: Draft = { token: jeton ?? '', at: Date.now(), typed }
    this.#store((storage) => storage.setItem(draftKey, JSON.stringify(draft)))
  }

  #forgetDraft(): void {
    this.#store((storage) => storage.removeItem(draftKey))
  }

  #draft(): Draft | null {
    try {
      const draft = JSON.parse(this.#store((storage) => storage.getItem(draftKey)) ?? 'null') as Draft | null
      return draft && Date.now() - draft.at < life ? draft : null
    } catch {
      return null
    }
  }

  /** A browser may forbid storage: then nothing is remembered, and nothing breaks. */
  #store<Value>(use: (storage: Storage) => Value): Value | null {
    try {
      return use(localStorage)
    } catch {
      return null
    }
  }
}

customElements.define('report-form', ReportForm)
