import { type Day, isDay } from './calendar-days.ts'

/** A number as it is printed and said: `4812/18.11.2025`. */
export const formatNumber = (number: number, day: Day): string => `${number}/${day.split('-').reverse().join('.')}`

/** What somebody typed: the number, and as much of its date as he gave. */
export type TypedNumber = { number: number; year: number | null; day: Day | null }

const months = 'ian feb mar apr mai iun iul aug sep oct noi dec'.split(' ')

/**
 * Reads a registration number as people type it: `4812`, `4812/2025`, `4812/18.11.2025`, `Nr. 4812 din 18 noiembrie
 * 2025`, `12.650/18.02.21`, `R-4812/2025`. Null when there is no number in it, or a date that does not exist.
 */
export function parseNumber(typed: string): TypedNumber | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:nr|numărul|numarul|nr\. de înregistrare)\.?\s*/u, '')
    .replace(/^[a-z]{1,4}[\s.-]+(?=\d)/u, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})\s*(?:(?:\/|\bdin\b|\bdin data de\b)\s*(.*))?$/u.exec(text)
  if (!match?.[1]) return null
  const number = Number(match[1].replaceAll('.', ''))
  if (number < 1 || number > 999_999_999) return null
  const rest = match[2]?.trim() ?? ''
  if (rest === '') return { number, year: null, day: null }
  const year = /^(\d{4}|\d{2})$/.exec(rest)
  if (year?.[1]) return { number, year: fullYear(year[1]), day: null }
  const day = parseDay(rest)
  return day ? { number, year: Number(day.slice(0, 4)), day } : null
}

function parseDay(text: string): Day | null {
  const digits = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text)
  if (digits) return dayFrom(digits[1], Number(digits[2]), digits[3])
  const words = /^(\d{1,2})\s+([a-zăâîșțşţ]{3,})\.?\s+(\d{4})$/u.exec(text)
  const month = words?.[2] ? months.indexOf(words[2].slice(0, 3)) + 1 : 0
  return words && month > 0 ? dayFrom(words[1], month, words[3]) : null
}

function dayFrom(date: string | undefined, month: number, year: string | undefined): Day | null {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${fullYear(year ?? '')}-${two(month)}-${two(Number(date))}`
  return isDay(day) ? day : null
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits)
