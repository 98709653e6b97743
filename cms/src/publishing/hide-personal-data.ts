import { findPersonalData, isCnp } from './personal-data.ts'

/**
 * The text with identification numbers masked, for whatever leaves the record by machine: personal numbers (also
 * where a recogniser put spaces or misread a digit), accounts, cards, series of identity cards. Letters, lengths of
 * lines and everything else stay. Law 190/2018, art. 4.
 */
export function hidePersonalData(text: string): string {
  let hidden = text.replace(/(?<!\d)\d(?:[ .\u00a0-]?\d){12}(?!\d)/g, (found) =>
    isCnp(digitsOf(found)) ? maskedCnp(found) : found,
  )
  // After the word itself thirteen digits are a personal number even when one of them was misread.
  hidden = hidden.replace(
    /(\bC\.?\s?N\.?\s?P\.?[\s:.,–-]*(?:nr\.?)?\s*)(\d(?:[ .\u00a0-]?\d){12})(?!\d)/giu,
    (_, word, found) => `${word}${maskedCnp(found)}`,
  )
  hidden = hidden.replace(/(?<!\d)\d(?:[ \u00a0-]?\d){14,15}(?!\d)/g, (found) =>
    isCard(digitsOf(found)) ? found.replace(/\d/g, '*') : found,
  )
  for (const { kind, found } of findPersonalData(hidden)) {
    if (kind === 'iban') hidden = hidden.replaceAll(found, `${found.slice(0, 4)}${found.slice(4).replace(/\S/g, '*')}`)
    if (kind === 'idCard') hidden = hidden.replaceAll(found, found.replace(/\d/g, '*'))
  }
  return hidden
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

const maskedCnp = (found: string) => `${found[0]}***********${found.at(-1)}`

/** A card of the networks in use here, by its beginning and the Luhn check digit. */
function isCard(digits: string): boolean {
  const isKnown = /^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13})$/.test(digits)
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return isKnown && sum % 10 === 0
}
