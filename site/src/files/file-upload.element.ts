import { del, entries, get, set } from 'idb-keyval'
import { sizeOf } from '../romanian/sizes.ts'
import { Refused, type Sending, sendFile } from './send-file.ts'

/**
 * Sends files as soon as they are chosen. A row for each shows how far it has come; a broken connection is waited
 * out; a page that is opened again goes on with what it finds on this device. The form is sent when all have arrived.
 */
class FileUpload extends HTMLElement {
  readonly #input = this.querySelector('input')
  readonly #list = this.querySelector('ul')
  readonly #status = document.createElement('p')
  readonly #underway = new Set<Sending>()
  #held: HTMLElement | null = null

  connectedCallback(): void {
    if (!this.dataset['uploads'] || this.#status.isConnected) return
    Object.assign(this.#status, { className: 'sr', role: 'status' })
    this.append(this.#status)
    this.#input?.addEventListener('change', () => this.#chosen())
    this.closest('form')?.addEventListener('submit', (event) => this.#hold(event))
    for (const row of this.#rows()) void this.#resume(row)
    void forgetOld().catch(() => undefined)
  }

  #rows = () => [...(this.#list?.querySelectorAll<HTMLElement>('li[data-id]') ?? [])]

  #chosen(): void {
    for (const file of [...(this.#input?.files ?? [])]) {
      const known = this.#rows().find(
        ({ dataset }) =>
          dataset['name'] === file.name &&
          dataset['bytes'] === String(file.size) &&
          dataset['made'] === String(file.lastModified),
      )
      this.#send(file, known ?? this.#addRow(file))
    }
    // What goes up by itself is not sent with the form as well.
    if (this.#input) this.#input.value = ''
  }

  /** A file that this page was sending when it was closed. */
  async #resume(row: HTMLElement): Promise<void> {
    const kept = await get<KeptHere>(keyOf(row.dataset['id'])).catch(() => undefined)
    if (kept) this.#send(kept.file, row)
  }

  #addRow({ name }: File): HTMLElement {
    const row = document.createElement('li')
    const words = document.createElement('span')
    words.append(Object.assign(document.createElement('b'), { textContent: name }))
    row.append(words)
    this.#list?.append(row)
    if (this.#list) this.#list.hidden = false
    return row
  }

  #send(file: File, row: HTMLElement): void {
    const [words] = row.children
    const told = document.createElement('span')
    told.className = 'soft'
    const bar = Object.assign(document.createElement('progress'), { max: file.size, value: 0 })
    bar.setAttribute('aria-label', file.name)
    words?.replaceChildren(words.firstElementChild ?? '', ' ', told, bar)
    row.querySelector('button')?.remove()
    const button = document.createElement('button')
    Object.assign(button, { className: 'plain', type: 'button', textContent: 'Scoate' })
    button.append(Object.assign(document.createElement('span'), { className: 'sr', textContent: ` ${file.name}` }))
    row.append(button)
    if (file.size > Number(this.dataset['maxBytes'])) {
      this.#refuse(row, this.dataset['tooLarge'] ?? '')
      return
    }

    let quarter = 0
    const sending = sendFile(file, {
      uploads: this.dataset['uploads'] ?? '',
      field: this.dataset['field'] ?? '',
      id: row.dataset['id'] ?? null,
      onBegun: (id) => {
        row.dataset['id'] = id
        void set(keyOf(id), { file, at: Date.now() } satisfies KeptHere).catch(() => undefined)
      },
      onProgress: (arrived) => {
        bar.value = arrived
        told.textContent = `${sizeOf(arrived)} din ${sizeOf(file.size)}`
        const now = Math.floor((arrived / file.size) * 4)
        if (now > quarter && now < 4) this.#say(`${file.name}: ${now * 25} %`)
        quarter = now
      },
      onWaiting: () => {
        told.textContent = 'Așteaptă rețeaua și continuă singur.'
        this.#say(`${file.name} așteaptă rețeaua.`)
      },
    })
    this.#underway.add(sending)
    button.addEventListener('click', () => {
      void sending.giveUp()
      row.remove()
      this.#say(`Am scos ${file.name}.`)
      this.#input?.focus()
    })
    sending.done
      .then((id) => {
        bar.remove()
        told.textContent = sizeOf(file.size)
        // From now on the site takes it out, as any file that is here.
        const out = button.cloneNode(true) as HTMLButtonElement
        Object.assign(out, { type: 'submit', name: 'actiune', value: `scoate:${id}`, formNoValidate: true })
        button.replaceWith(out)
        delete row.dataset['id']
        this.#say(`${file.name} a ajuns.`)
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) this.#refuse(row, error.message)
      })
      .finally(() => {
        this.#underway.delete(sending)
        if (row.dataset['id']) void del(keyOf(row.dataset['id'])).catch(() => undefined)
        this.#release()
      })
  }

  /** The sentence stays where the file was, until another is chosen. */
  #refuse(row: HTMLElement, sentence: string): void {
    const [words] = row.children
    const wrong = document.createElement('span')
    Object.assign(wrong, { className: 'wrong', role: 'alert', textContent: sentence })
    words?.replaceChildren(words.firstElementChild ?? '', ' ', wrong)
    delete row.dataset['id']
    row.querySelector('button')?.addEventListener('click', () => row.remove())
  }

  #hold(event: SubmitEvent): void {
    const isAction = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'actiune'
    if (isAction || this.#underway.size === 0) return
    event.preventDefault()
    this.#held = event.submitter
    this.#say('Mergem mai departe de îndată ce ajung fișierele.')
  }

  #release(): void {
    if (!this.#held || this.#underway.size > 0 || this.querySelector('.kept .wrong')) return
    this.closest('form')?.requestSubmit(this.#held)
    this.#held = null
  }

  #say(sentence: string): void {
    this.#status.textContent = sentence
  }
}

/** A file on this device, until the site has it whole. */
type KeptHere = { file: File; at: number }

const keyOf = (id = '') => `fisier ${id}`

/** The site keeps what was begun for two days; what belongs to nothing any more does not stay here either. */
async function forgetOld(): Promise<void> {
  for (const [key, { at }] of await entries<string, KeptHere>())
    if (key.startsWith('fisier ') && Date.now() - at > 48 * 3_600_000) await del(key)
}

customElements.define('file-upload', FileUpload)
