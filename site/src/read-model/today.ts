const bucharestDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' })

/** The calendar day in Europe/Bucharest at a moment, `YYYY-MM-DD`. */
export const todayInBucharest = (now = new Date()): string => bucharestDay.format(now)
