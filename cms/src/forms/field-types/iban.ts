import { answered, faultOf, readLine } from './written.ts'

/** A bank account of any country (ISO 13616); Romanian ones have 24 characters. */
export function parseIban(raw: unknown) {
  const line = readLine(raw, 60)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('iban-malformed') : line
  const account = line.value.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return faultOf('iban-malformed')
  if (account.startsWith('RO') && !/^RO\d{2}[A-Z]{4}[A-Z0-9]{16}$/.test(account)) return faultOf('iban-malformed')
  const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n ? answered(account) : faultOf('iban-check-digits')
}

/** "RO49 AAAA 1B31 0075 9384 0000" */
export const showIban = (account: string) => account.match(/.{1,4}/g)?.join(' ') ?? account
