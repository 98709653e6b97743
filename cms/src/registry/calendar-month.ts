import { addDays, type Day, weekdayOf } from './calendar-days.ts'
import { type Calendar, type WhyFree, whyFree } from './romanian-calendar.ts'

export type CalendarDay = { on: Day; isOfMonth: boolean; free: WhyFree | null }

/** The month that a text names, `YYYY-MM`; that of `today` when it names none. */
export const monthOf = (asked: string, today: Day): string =>
  /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)

export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

export const lastDayOf = (month: string): Day => addDays(`${monthAfter(month, 1)}-01`, -1)

/** A month as weeks from Monday to Sunday, with the days of its neighbours that fill them up. */
export function weeksOf(month: string, calendar: Calendar): CalendarDay[][] {
  const first: Day = `${month}-01`
  const weeks: CalendarDay[][] = []
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= lastDayOf(month); monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const on = addDays(monday, index)
        return { on, isOfMonth: on.startsWith(month), free: whyFree(on, calendar) }
      }),
    )
  return weeks
}
