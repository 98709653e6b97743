import { answered, faultOf, none } from './written.ts'

const yes = new Set(['on', 'true', '1', 'da'])

/** A ticked box. Anything else than a clear yes is no consent, and not an error to explain. */
export function parseConsent(raw: unknown) {
  if (raw === true) return answered(true as const)
  if (raw === undefined || raw === null || raw === '' || raw === false) return none
  return typeof raw === 'string' && raw.length < 10 && yes.has(raw.toLowerCase())
    ? answered(true as const)
    : faultOf('consent-missing')
}
