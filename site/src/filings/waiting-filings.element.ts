import { countOf } from '../romanian/plural.ts'
import { keepForm } from './keep-form.ts'
import { type SentOutcome, sendWaiting } from './send-waiting.ts'
import { forgetWaiting, type WaitingFiling, waitingFilings } from './waiting-store.ts'

/**
 * Says what waits on this device, and sends it: when a page of the forms is opened, when the network returns, and when
 * the person asks. One page sends at a time.
 */
class WaitingFilings extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'status')
    const form = this.dataset['keeps']
    if (form) void keepForm(form)
    window.addEventListener('online', () => void this.send())
    void this.send()
  }

  /** Sends all that wait, as far as the network goes. */
  async send(): Promise<void> {
    const waiting = await waitingFilings()
    this.replaceChildren(...waiting.map((filing) => this.#note(filing)))
    if (waiting.length === 0 || !navigator.onLine) return
    await navigator.locks.request('cereri care asteapta', { ifAvailable: true }, async (lock) => {
      if (!lock) return
      for (const filing of waiting) {
        const note = this.querySelector<HTMLElement>(`[data-key="${filing.key}"]`)
        const outcome = await sendWaiting(filing).catch(() => null)
        if (outcome && note) this.#tell(note, filing, outcome)
      }
    })
  }

  #note(filing: WaitingFiling): HTMLElement {
    const note = paragraphs(
      `Cererea „${filing.title}” așteaptă pe acest telefon.`,
      `${filesIn(filing)}Nu a ajuns încă la primărie și nu are număr. Pleacă singură când revine rețeaua, cu pagina aceasta deschisă sau când deschideți din nou un formular al primăriei pe acest telefon.`,
    )
    note.className = 'note note--due w-form'
    note.dataset['key'] = filing.key
    const actions = document.createElement('p')
    actions.append(
      button('Trimite acum', () => void this.send()),
      ' ',
      button('Șterge cererea', async () => {
        await forgetWaiting(filing.key)
        note.replaceChildren(...paragraphs('Am șters cererea de pe acest telefon. Nu a fost trimisă.').children)
      }),
    )
    note.append(actions)
    return note
  }

  #tell(note: HTMLElement, filing: WaitingFiling, outcome: SentOutcome): void {
    if (outcome.kind === 'gone') {
      note.append(...paragraphs(outcome.sentence).children)
      return
    }
    const isFiled = outcome.kind === 'filed'
    const told = isFiled
      ? paragraphs(`Cererea „${filing.title}”, scrisă fără rețea, a fost trimisă.`)
      : paragraphs(
          `Cererea „${filing.title}” nu este încă depusă: mai are nevoie de un răspuns sau de un fișier.`,
          'Tot ce ați scris este păstrat.',
        )
    const link = Object.assign(document.createElement('a'), {
      href: outcome.address,
      textContent: isFiled ? 'Vezi numărul și codul' : 'Continuă cererea',
    })
    const last = document.createElement('p')
    last.append(link)
    note.className = isFiled ? 'note w-form' : 'note note--due w-form'
    note.replaceChildren(...told.children, last)
    note.dispatchEvent(new CustomEvent('sent', { bubbles: true, detail: { key: filing.key, ...outcome } }))
  }
}

const filesIn = ({ files }: WaitingFiling) =>
  files.length > 0 ? `Cu ea așteaptă ${countOf(files.length, { one: 'fișier', many: 'fișiere' })}. ` : ''

function paragraphs(first: string, ...others: string[]): HTMLElement {
  const whole = document.createElement('div')
  const head = document.createElement('p')
  head.append(Object.assign(document.createElement('b'), { textContent: first }))
  whole.append(head, ...others.map((text) => Object.assign(document.createElement('p'), { textContent: text })))
  return whole
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), {
    className: 'plain',
    type: 'button',
    textContent: words,
  })
  made.addEventListener('click', act)
  return made
}

customElements.define('waiting-filings', WaitingFilings)
