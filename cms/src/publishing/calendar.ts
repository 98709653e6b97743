const bucharestDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Bucharest',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Europe/Bucharest of a moment, `YYYY-MM-DD`. */
export const dayOf = (moment: Date | string): string => bucharestDay.format(new Date(moment))

/** A calendar day as the record keeps it: noon UTC, which is the same day in Bucharest in winter and in summer. */
export const momentOfDay = (day: string): string => `${day}T12:00:00.000Z`
