import { isCnp } from '../../publishing/personal-data.ts'
import { isDay } from './date.ts'
import { answered, faultOf, readLine } from './written.ts'

/** First digit → century of birth; residents (7, 8) and other foreigners (9) may be of either. */
const centuries: Record<string, readonly number[]> = {
  1: [1900],
  2: [1900],
  3: [1800],
  4: [1800],
  5: [2000],
  6: [2000],
  7: [1900, 2000],
  8: [1900, 2000],
  9: [1900, 2000],
}

/**
 * A personal number: sex and century, birth date, county, serial, check digit.
 * The first thing that is wrong is told, for that is where the slip of the finger is.
 */
export function parseCnp(raw: unknown, today: string) {
  const line = readLine(raw, 40)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('cnp-malformed') : line
  const digits = line.value.replace(/[\s.-]/g, '')
  if (!/^[1-9]\d{12}$/.test(digits)) return faultOf('cnp-malformed')
  if (!hasBirthDate(digits, today)) return faultOf('cnp-birth-date')
  if (!isCounty(Number(digits.slice(7, 9)))) return faultOf('cnp-county')
  return isCnp(digits) ? answered(digits) : faultOf('cnp-check-digit')
}

function hasBirthDate(digits: string, today: string): boolean {
  return (centuries[digits[0] ?? ''] ?? []).some((century) => {
    const year = century + Number(digits.slice(1, 3))
    const [month, day] = [digits.slice(3, 5), digits.slice(5, 7)]
    return isDay(year, Number(month), Number(day)) && `${year}-${month}-${day}` <= today
  })
}

/** Counties 1-39, București and its sectors 40-48, Călărași and Giurgiu; 70 and 80-83 are given by the national system. */
const isCounty = (code: number) =>
  (code >= 1 && code <= 48) || code === 51 || code === 52 || code === 70 || (code >= 80 && code <= 83)
