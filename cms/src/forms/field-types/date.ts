import { foldRomanian } from '@avizier/search/romanian-text'
import type { FieldOf } from '../contract.ts'
import { answered, faultOf, readLine } from './written.ts'

const months = [
  'ianuarie',
  'februarie',
  'martie',
  'aprilie',
  'mai',
  'iunie',
  'iulie',
  'august',
  'septembrie',
  'octombrie',
  'noiembrie',
  'decembrie',
]

/**
 * Reads a day as it is written here: "5.03.1968", "05/03/1968", "5 martie 1968", "5 mart. 1968", "05031968",
 * and "1968-03-05" from date pickers. Day first, always; the year has four digits.
 */
export function parseDate(raw: unknown, { days }: Pick<FieldOf<'date'>, 'days'>, today: string) {
  const line = readLine(raw, 60)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('date-malformed') : line
  const parts = partsOf(foldRomanian(line.value))
  if (parts === 'short-year') return faultOf('date-short-year')
  if (!parts) return faultOf('date-malformed')
  const [year, month, day] = parts
  if (!isDay(year, month, day)) return faultOf('date-impossible')
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`
  if (days === 'past' && date > today) return faultOf('date-not-past')
  if (days === 'future' && date < today) return faultOf('date-not-future')
  return answered(date)
}

type Parts = readonly [year: number, month: number, day: number]

function partsOf(text: string): Parts | 'short-year' | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(t.*)?$/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const together = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (together) return [Number(together[3]), Number(together[2]), Number(together[1])]
  const numbers = /^(\d{1,2})\s*[.,/\- ]\s*(\d{1,2})\s*[.,/\- ]\s*(\d{2}|\d{4})$/.exec(text)
  if (numbers)
    return numbers[3]?.length === 2 ? 'short-year' : [Number(numbers[3]), Number(numbers[2]), Number(numbers[1])]
  const words = /^(\d{1,2})[\s.-]*([a-z]{3,10})[\s.,-]*(\d{2}|\d{4})(\s*\.?a\.?)?$/.exec(text)
  const month = words ? months.findIndex((name) => name.startsWith(words[2] ?? '?')) + 1 : 0
  if (!words || month === 0) return null
  return words[3]?.length === 2 ? 'short-year' : [Number(words[3]), month, Number(words[1])]
}

/** Whether the calendar has such a day; years before 1800 are slips of the pen. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** "5 martie 1968" */
export function showDate(date: string): string {
  const [year, month = 0, day] = date.split('-').map(Number)
  return `${day}\u00a0${months[month - 1] ?? ''} ${year}`
}
