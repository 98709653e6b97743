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
const weekdays = ['duminică', 'luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă']

const parts = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

export const monthName = (month: number) => months[month - 1] ?? ''

/** "28 martie 2024", with a space that does not break between day and month. */
export function longDate(day: string): string {
  const { year, month, date } = parts(day)
  return `${date}\u00a0${monthName(month)} ${year}`
}

/** "28 martie" */
export function dayAndMonth(day: string): string {
  const { month, date } = parts(day)
  return `${date}\u00a0${monthName(month)}`
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

export const weekdayName = (day: string) => weekdays[weekdayOf(day) % 7] ?? ''

const clock = new Intl.DateTimeFormat('ro-RO', { timeZone: 'Europe/Bucharest', hour: 'numeric', minute: '2-digit' })

/** "9:12", in Europe/Bucharest. */
export const timeOf = (moment: string) => clock.format(new Date(moment)).replace(/^0/, '')

const bucharestDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' })

/** The day in Europe/Bucharest, `YYYY-MM-DD`. */
export const dayOf = (moment: string) => bucharestDay.format(new Date(moment))
