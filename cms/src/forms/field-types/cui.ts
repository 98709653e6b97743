import { answered, faultOf, readLine } from './written.ts'

const weights = [7, 5, 3, 2, 1, 7, 5, 3, 2]

/** The number of a company or institution, with or without "RO": 2 to 10 digits, the last of which is the check digit. */
export function parseCui(raw: unknown) {
  const line = readLine(raw, 40)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('cui-malformed') : line
  const digits = line.value.replace(/[\s.-]/g, '').replace(/^(?:RO|CUI|CIF)+/i, '')
  if (!/^[1-9]\d{1,9}$/.test(digits)) return faultOf('cui-malformed')
  const body = digits.slice(0, -1).padStart(9, '0')
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return ((sum * 10) % 11) % 10 === Number(digits.at(-1)) ? answered(digits) : faultOf('cui-check-digit')
}
