import { weekdayOf } from '../romanian/dates.ts'

const days = ['luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică']

/** Today's office hours ("8:00–16:00") from rows such as "luni–miercuri"; null on a day that no row names. */
export function hoursOn(day: string, hours: readonly { days: string; hours: string }[]): string | null {
  const weekday = weekdayOf(day)
  const row = hours.find((each) => {
    const [first = '', last = first] = each.days.toLowerCase().split(/\s*[–-]\s*/)
    const from = days.indexOf(first.trim()) + 1
    const to = days.indexOf(last.trim()) + 1
    return from > 0 && weekday >= from && weekday <= to
  })
  return row?.hours ?? null
}
