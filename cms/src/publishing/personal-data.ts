export type PersonalData = { kind: 'cnp' | 'iban' | 'idCard'; found: string }

const cnpWeights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]

/** A personal number (CNP) by its date and check digit: weights 2 7 9 1 4 6 3 5 8 2 7 9, modulo 11, 10 counts as 1. */
export function isCnp(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false
  const month = Number(digits.slice(3, 5))
  const day = Number(digits.slice(5, 7))
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = cnpWeights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = sum % 11
  return Number(digits[12]) === (check === 10 ? 1 : check)
}

/** A Romanian bank account by its check digits (ISO 13616, modulo 97). */
export function isIban(text: string): boolean {
  const account = text.replace(/\s/g, '').toUpperCase()
  if (!/^RO\d{2}[A-Z]{4}[A-Z0-9]{16}$/.test(account)) return false
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}

/**
 * Identification numbers in a text that is about to be published (Law 190/2018, art. 4).
 * Treasury accounts (RO..TREZ) are the institution's own and are left alone.
 */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = []
  for (const match of text.matchAll(/(?<!\d)\d{13}(?!\d)/g))
    if (isCnp(match[0])) found.push({ kind: 'cnp', found: match[0] })
  for (const match of text.matchAll(/\bRO\d{2}(?:\s?[A-Z0-9]{4}){5}\b/gi)) {
    if (isIban(match[0]) && !/^RO\d{2}\s?TREZ/i.test(match[0])) found.push({ kind: 'iban', found: match[0] })
  }
  for (const match of text.matchAll(
    /\b(?:C\.?I\.?|B\.?I\.?|buletin(?:ul)?|c[ăa]rte(?:a)? de identitate)\s*,?\s*(?:seria|serie)\s*([A-Z]{2})[\s,]*(?:nr\.?|num[ăa]r(?:ul)?)?\s*(\d{6})\b/giu,
  )) {
    found.push({ kind: 'idCard', found: match[0] })
  }
  return found
}
