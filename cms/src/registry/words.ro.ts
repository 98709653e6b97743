import { dayOf } from '../publishing/calendar.ts'
import { type Day, weekdayOf } from './calendar-days.ts'

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
const weekdays = ['luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică']
const number = new Intl.NumberFormat('ro-RO')
const clock = new Intl.DateTimeFormat('ro-RO', { timeZone: 'Europe/Bucharest', hour: 'numeric', minute: '2-digit' })

/** "28 martie 2024", with a space that does not break between day and month. */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}\u00a0${months[(month ?? 1) - 1]} ${year}`
}

/** "noiembrie 2026", of "2026-11" */
export function monthName(month: string): string {
  const [year = '', number = '1'] = month.split('-')
  return `${months[Number(number) - 1] ?? ''} ${year}`
}

export const weekdayName = (day: Day): string => weekdays[weekdayOf(day) - 1] ?? ''

/** "joi, 18 decembrie 2025" */
export const fullDay = (day: Day): string => `${weekdayName(day)}, ${longDay(day)}`

/** "18.11.2025", as it is written in a registration number. */
export const shortDay = (day: Day): string => day.split('-').reverse().join('.')

/** "18.11.2025, 9:12", in Europe/Bucharest. */
export const shortMoment = (moment: Date | string): string =>
  `${shortDay(dayOf(moment))}, ${clock.format(new Date(moment)).replace(/^0/, '')}`

/** 1 zi, 7 zile, 20 de zile, 101 zile: from 20 on "de", except where the last two digits are 01 to 19. */
export function countOf(count: number, one: string, many: string): string {
  if (count === 1) return `1 ${one}`
  const rest = count % 100
  return `${number.format(count)} ${count >= 20 && (rest === 0 || rest >= 20) ? 'de ' : ''}${many}`
}
