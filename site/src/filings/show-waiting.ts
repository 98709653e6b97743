import { countOf } from '../romanian/plural.ts'
import { type SentOutcome, sendWaiting } from './send-waiting.ts'
import { forgetWaiting, type WaitingFiling } from './waiting-store.ts'

type Place = HTMLElement & { send(): Promise<void> }

/** With a network the town hall may still not answer; a page that stays open asks again. */
const restMs = 30_000

/** Says in plain words what waits on this device, sends it, and says what has become of it. One page sends at a time. */
export async function showAndSend(place: Place, waiting: readonly WaitingFiling[]): Promise<void> {
  place.replaceChildren(...waiting.map((filing) => noteOf(filing, place)))
  if (!navigator.onLine) return
  await navigator.locks.request('cereri care asteapta', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    let isLeft = false
    for (const filing of waiting) {
      const note = place.querySelector<HTMLElement>(`[data-key="${filing.key}"]`)
      const outcome = await sendWaiting(filing).catch(() => null)
      if (outcome && note) tell(note, filing, outcome)
      isLeft ||= !outcome
    }
    if (isLeft) setTimeout(() => void place.send(), restMs)
  })
}

function noteOf(filing: WaitingFiling, place: Place): HTMLElement {
  const note = paragraphs(
    `Cererea „${filing.title}” așteaptă pe acest telefon.`,
    `${filesIn(filing)}Nu a ajuns încă la primărie și nu are număr. Pleacă singură când revine rețeaua, cu pagina aceasta deschisă sau când deschideți din nou un formular al primăriei pe acest telefon.`,
  )
  note.className = 'note note--due w-form'
  note.dataset['key'] = filing.key
  const actions = document.createElement('p')
  actions.append(
    button('Trimite acum', () => void place.send()),
    ' ',
    button('Șterge cererea', async () => {
      await forgetWaiting(filing.key)
      note.replaceChildren(...paragraphs('Am șters cererea de pe acest telefon. Nu a fost trimisă.').children)
    }),
  )
  note.append(actions)
  return note
}

function tell(note: HTMLElement, filing: WaitingFiling, outcome: SentOutcome): void {
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
  const link = document.createElement('a')
  Object.assign(link, {
    href: outcome.address,
    textContent: isFiled ? 'Vezi numărul și codul' : 'Continuă cererea',
  })
  const last = document.createElement('p')
  last.append(link)
  note.className = isFiled ? 'note w-form' : 'note note--due w-form'
  note.replaceChildren(...told.children, last)
  note.dispatchEvent(new CustomEvent('sent', { bubbles: true, detail: { key: filing.key, ...outcome } }))
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
