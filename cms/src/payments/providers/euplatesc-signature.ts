import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The signature of EuPlătesc: each value as its length in bytes and itself, `-` for an empty one, HMAC-MD5 with the key
 * that is written in hexadecimal, in capitals. The order of the values is the protocol's.
 */
export function euplatescSignature(values: readonly string[], hexKey: string): string {
  const text = values.map((value) => (value === '' ? '-' : `${Buffer.byteLength(value)}${value}`)).join('')
  return createHmac('md5', Buffer.from(hexKey, 'hex')).update(text, 'utf8').digest('hex').toUpperCase()
}

export function isSignedBy(values: readonly string[], signature: string, hexKey: string): boolean {
  const expected = Buffer.from(euplatescSignature(values, hexKey))
  const given = Buffer.from(signature.toUpperCase())
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** `YYYYMMDDHHMMSS` in UTC. */
export const stampOf = (moment: Date): string => moment.toISOString().replaceAll(/[-:T]|\..*/g, '')

export function momentOfStamp(stamp: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp)
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** Letters that mean the same number of bytes and characters everywhere: other libraries count the other one. */
export function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[„”“]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 120)
}
