/** As long as the site keeps a draft. */
const life = 48 * 3_600_000

/** A filing that was begun on this device: the way back to it, and what stands typed on pages that were not sent. */
export type LocalDraft = { token: string; address: string; at: number; typed: Record<string, string | string[]> }

const keyOf = (form: string) => `cerere ${form}`

export function readLocalDraft(form: string): LocalDraft | null {
  const text = store((storage) => storage.getItem(keyOf(form)))
  try {
    const draft = text ? (JSON.parse(text) as LocalDraft) : null
    return draft && Date.now() - draft.at < life ? draft : null
  } catch {
    return null
  }
}

export const forgetLocalDraft = (form: string): void => void store((storage) => storage.removeItem(keyOf(form)))

/** Keeps what a page holds beside what the pages before it held. */
export function keepTyped(form: string, { token, page }: { token: string; page: HTMLFormElement }): void {
  const before = readLocalDraft(form)
  const isSame = before !== null && (token === '' || before.token === token)
  const draft: LocalDraft = {
    token: isSame ? before.token : token,
    address: isSame && token === '' ? before.address : location.pathname,
    at: Date.now(),
    typed: { ...(isSame ? before.typed : {}), ...typedOn(page) },
  }
  store((storage) => storage.setItem(keyOf(form), JSON.stringify(draft)))
}

/** Puts back what was typed, on questions that came without an answer. */
export function putBack(page: HTMLFormElement, typed: LocalDraft['typed']): void {
  for (const [name, controls] of groupsOf(page)) {
    const kept = typed[name]
    if (kept === undefined || controls.some((control) => givenIn(control) !== '')) continue
    for (const control of controls)
      if (isTicked(control)) control.checked = [kept].flat().includes(control.value)
      else if (typeof kept === 'string') control.value = kept
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isTicked = (control: Control): control is HTMLInputElement => ['checkbox', 'radio'].includes(control.type)
const givenIn = (control: Control) => (isTicked(control) && !control.checked ? '' : control.value)

function typedOn(page: HTMLFormElement): LocalDraft['typed'] {
  const typed: LocalDraft['typed'] = {}
  for (const [name, controls] of groupsOf(page)) {
    const values = controls.map(givenIn).filter(Boolean)
    typed[name] = controls.some(({ type }) => type === 'checkbox') ? values : (values[0] ?? '')
  }
  return typed
}

function groupsOf(page: HTMLFormElement): Map<string, Control[]> {
  const groups = new Map<string, Control[]>()
  for (const control of page.querySelectorAll<Control>('input, textarea, select')) {
    const isOurs = ['hidden', 'file'].includes(control.type) || control.name === 'website'
    // A personal number is not left on a device that others may use.
    if (isOurs || !control.name || control.inputMode === 'numeric') continue
    groups.set(control.name, [...(groups.get(control.name) ?? []), control])
  }
  return groups
}

/** A browser may forbid storage: then nothing is remembered, and nothing breaks. */
function store<Value>(use: (storage: Storage) => Value): Value | null {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}
