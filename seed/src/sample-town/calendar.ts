/** `YYYY-MM-DD` so many days from a day; negative goes back. */
export function daysFrom(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** The last Thursday of a month, when the council meets. */
export function lastThursday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0, 12))
  last.setUTCDate(last.getUTCDate() - ((last.getUTCDay() + 3) % 7))
  return last.toISOString().slice(0, 10)
}
