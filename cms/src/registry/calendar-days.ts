/** A calendar day of Europe/Bucharest as `YYYY-MM-DD`: no hour, so no daylight saving can move it. */
export type Day = string

const msOfDay = 24 * 60 * 60 * 1000
const epochDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / msOfDay
const dayOfEpoch = (days: number): Day => new Date(days * msOfDay).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOfEpoch(epochDay(day) + days)

/** How many days lie from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((((epochDay(day) + 3) % 7) + 7) % 7) + 1

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The corresponding day of a later month, or the last one where that month has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastOfTarget = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const target = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget.getUTCDate())))
  return target.toISOString().slice(0, 10)
}

/** Whether a text is a day that exists: 29 February only in leap years. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}
