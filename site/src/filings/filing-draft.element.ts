import { forgetLocalDraft, keepTyped, type LocalDraft, putBack, readLocalDraft } from './local-draft.ts'

/**
 * Remembers, on this device alone, which filing was begun and what stands typed on a page that was not sent: a closed
 * browser loses nothing. What was sent is kept by the site; this keeps the way to it. Gone once filed or deleted.
 */
class FilingDraft extends HTMLElement {
  readonly #form = this.dataset['form'] ?? ''
  readonly #token = this.dataset['token'] ?? ''

  connectedCallback(): void {
    if (this.dataset['step'] === 'depus') forgetLocalDraft(this.#form)
    else this.#follow()
  }

  /** Keeps what is typed, and puts it back on a page that came empty. */
  #follow(): void {
    const page = this.querySelector('form')
    const begun = readLocalDraft(this.#form)
    if (begun?.token && this.#token && begun.token !== this.#token) this.#offer(begun)
    if (!page) return
    if (begun && (begun.token === this.#token || !begun.token || !this.#token)) {
      putBack(page, begun.typed)
      window.dispatchEvent(new Event('restored'))
    }
    const keep = () => keepTyped(this.#form, { token: this.#token, page })
    page.addEventListener('input', keep)
    page.addEventListener('submit', (event) => {
      const isDeleted = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'sterge'
      if (isDeleted) forgetLocalDraft(this.#form)
      else keep()
    })
  }

  /** Another one of this form was begun here: it is offered above the heading; going on with this one is a choice too. */
  #offer(begun: LocalDraft): void {
    const note = this.querySelector<HTMLElement>('[data-part=begun]')
    const link = note?.querySelector('a')
    if (!note || !link) return
    link.href = begun.address
    note.hidden = false
    note.querySelector('button')?.addEventListener('click', () => {
      forgetLocalDraft(this.#form)
      note.hidden = true
    })
  }
}

customElements.define('filing-draft', FilingDraft)
