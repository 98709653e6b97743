import { createHmac } from 'node:crypto'

/** Thirty letters and digits that nobody takes for one another on paper: no I, L, O, U, 0 or 1. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/**
 * The access code of a document, made from its key and the record's secret: 49 bits, the same again for the same key,
 * so that a receipt can be given twice without the code being stored anywhere.
 */
export function accessCodeOf(key: string, secret: string): string {
  let code = ''
  for (let block = 0; code.length < length; block++) {
    for (const byte of createHmac('sha256', secret).update(`avizier access code\0${key}\0${block}`).digest()) {
      // 240 is eight times thirty: what lies above would favour the first letters.
      if (byte < 240 && code.length < length) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}

/** A code as it was typed, in capitals and without what people put between the letters. */
export const cleanCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.–-]/gu, '')

/** In two groups, to be read aloud: `7KQ2M-XB4TN`. */
export const groupedCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`

/**
 * What the record stores beside a number to recognise its code. The number is not mixed in: it is known only when the
 * row is written, and a digest is looked for together with its number.
 */
export const codeDigest = (code: string, secret: string): string =>
  createHmac('sha256', secret).update(`avizier code of a document\0${code}`).digest('hex')
