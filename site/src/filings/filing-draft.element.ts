/** As long as the site keeps a draft. */
const life = 48 * 3_600_000

/**
 * Remembers, on this device alone, which filing was begun and what stands typed on a page that was not sent: a closed
 * browser loses nothing. What was sent is kept by the site; this keeps the way to it. Gone once filed or deleted.
 */
class FilingDraft extends HTMLElement {
  readonly #form = this.dataset['form'] ?? ''
  readonly #token = this.dataset['token'] ?? ''
  readonly #step = this.dataset['step'] ?? ''

  connectedCallback(): void {
    if (this.#step === 'depus') this.#forget()
    else this.#begin()
  }

  #begin(): void {
    const begun = this.#begun()
    if (begun && begun.token !== this.#token) this.#offer(begun)
    this.#follow()
  }

  /** Keeps what is typed, and puts it back on a page that came empty. */
  #follow(): void {
    const form = this.querySelector('form')
    const begun = this.#begun()
    const typed = begun?.token === this.#token ? (begun.typed[this.#step] ?? {}) : {}
    for (const control of this.#controls(form)) {
      const kept = typed[control.name]
      if (kept && control.value === '') control.value = kept
    }
    form?.addEventListener('input', () => this.#keep(form))
    form?.addEventListener('submit', (event) => {
      const isDeleted = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'sterge'
      if (isDeleted) this.#forget()
      else this.#keep(form)
    })
  }

  /** Another one of this form was begun here: it is offered above the heading; going on with this one is a choice too. */
  #offer(begun: Begun): void {
    const note = this.querySelector<HTMLElement>('[data-part=begun]')
    const link = note?.querySelector('a')
    if (!note || !link) return
    link.href = begun.address
    note.hidden = false
    note.querySelector('button')?.addEventListener('click', () => {
      this.#forget()
      note.hidden = true
    })
  }

  #keep(form: HTMLFormElement | null): void {
    const begun = this.#begun()
    const typed = begun?.token === this.#token ? begun.typed : {}
    typed[this.#step] = Object.fromEntries(
      this.#controls(form).flatMap(({ name, value }) => (value ? [[name, value]] : [])),
    )
    const kept: Begun = { token: this.#token, address: location.pathname, at: Date.now(), typed }
    this.#store((storage) => storage.setItem(this.#key, JSON.stringify(kept)))
  }

  #controls(form: HTMLFormElement | null): (HTMLInputElement | HTMLTextAreaElement)[] {
    const kinds = 'input[type=text], input[type=email], input[type=tel], textarea'
    // A personal number is not left on a device that others may use.
    return [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(kinds) ?? [])].filter(
      ({ name, inputMode }) => name !== 'website' && inputMode !== 'numeric',
    )
  }

  #begun(): Begun | null {
    const text = this.#store((storage) => storage.getItem(this.#key))
    try {
      const begun = text ? (JSON.parse(text) as Begun) : null
      return begun && Date.now() - begun.at < life ? begun : null
    } catch {
      return null
    }
  }

  #forget(): void {
    this.#store((storage) => storage.removeItem(this.#key))
  }

  get #key(): string {
    return `cerere ${this.#form}`
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

type Begun = { token: string; address: string; at: number; typed: Record<string, Record<string, string>> }

customElements.define('filing-draft', FilingDraft)
