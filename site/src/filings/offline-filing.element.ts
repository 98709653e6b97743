import type { FormDefinition } from '@avizier/cms/forms'
import { controlId } from './field-attributes.ts'
import type { WholeFault } from './judge-whole.ts'
import { forgetLocalDraft, readLocalDraft } from './local-draft.ts'
import { keepWaiting, type WaitingFiling } from './waiting-store.ts'

/** A whole form: judged here by the form's own rules, kept on the device, and sent from there, now or later, once. */
class OfflineFiling extends HTMLElement {
  readonly #definition: FormDefinition = JSON.parse(this.querySelector('[data-part=definition]')?.textContent ?? '{}')

  connectedCallback(): void {
    const form = this.querySelector('form')
    const note = this.querySelector<HTMLElement>('[data-part=offline]')
    const say = () => note?.toggleAttribute('hidden', navigator.onLine)
    say()
    for (const event of ['online', 'offline']) window.addEventListener(event, say)
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#take(form, new FormData(form))
    })
  }

  async #take(form: HTMLFormElement, data: FormData): Promise<void> {
    const entries = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const files = [...data].flatMap(([field, file]) =>
      file instanceof File && file.size > 0 ? [{ field, file, id: null }] : [],
    )
    const begun = readLocalDraft(this.#definition.slug)?.token
    // The rules are many, and weigh as much as the page: they come when the first answer is to be judged.
    const { judgeWhole } = await import('./judge-whole.ts')
    const { summary, faults } = judgeWhole(this.#definition, { entries, files, isBegun: Boolean(begun) })
    this.#show(form, summary, faults)
    if (faults.length > 0) return
    const { slug, title, version } = this.#definition
    const key = begun || `${crypto.randomUUID()}`
    const filing: WaitingFiling = { key, form: slug, title, version, entries, files, at: Date.now() }
    try {
      await keepWaiting(filing)
    } catch {
      // Nothing can be kept here: the form is sent as it stands, and what was typed stays on the page if that fails.
      if (navigator.onLine) form.submit()
      return
    }
    forgetLocalDraft(slug)
    const waiting = document.querySelector<HTMLElement & { send(): Promise<void> }>('waiting-filings')
    waiting?.addEventListener('sent', (event) => {
      const { detail } = event as CustomEvent<{ key: string; address: string }>
      if (detail.key === key) location.assign(detail.address)
    })
    this.hidden = true
    const head = document.querySelector<HTMLElement>('[data-part=waiting]')
    head?.removeAttribute('hidden')
    head?.focus()
    await waiting?.send()
  }

  #field = (name: string) =>
    this.#definition.steps.flatMap(({ fields }) => fields).find((each) => each.name === name.split('.')[0])

  /** What is wrong: in a summary that takes the focus, and beside each question. */
  #show(form: HTMLFormElement, heading: string, faults: WholeFault[]): void {
    for (const old of this.querySelectorAll('.wrongs, .wrong')) old.remove()
    for (const old of this.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid')
    for (const old of this.querySelectorAll('.field--wrong')) old.classList.remove('field--wrong')
    if (faults.length === 0) return
    const summary = document.createElement('div')
    Object.assign(summary, { className: 'wrongs', role: 'alert', tabIndex: -1 })
    const head = Object.assign(document.createElement('h2'), { textContent: heading })
    const list = document.createElement('ul')
    for (const { field, sentence } of faults) {
      const id = controlId(this.#field(field), field)
      const item = document.createElement('li')
      item.append(Object.assign(document.createElement('a'), { href: `#${id}`, textContent: sentence }))
      list.append(item)
      const control = document.getElementById(id)
      const beside = Object.assign(document.createElement('p'), {
        className: 'wrong',
        id: `${id}-eroare`,
        textContent: sentence,
      })
      control?.setAttribute('aria-invalid', 'true')
      control?.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${beside.id}`.trim())
      const place = control?.closest('.pick, .field__line, .upload') ?? control
      place?.before(beside)
      place?.closest('.field')?.classList.add('field--wrong')
    }
    summary.append(head, list)
    form.before(summary)
    summary.focus()
  }
}

customElements.define('offline-filing', OfflineFiling)
