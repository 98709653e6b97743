import { addDays, type Day, weekdayOf, yearOf } from './calendar-days.ts'

/** A day that the Government frees for public servants (a bridge), by the decision that says so. */
export type BridgeDay = { on: Day; name: string; basis: string }

/** What differs from year to year and is edited by the town hall. */
export type Calendar = { bridgeDays: readonly BridgeDay[] }

export type Holiday =
  | 'newYear'
  | 'epiphany'
  | 'saintJohn'
  | 'unionOfPrincipalities'
  | 'goodFriday'
  | 'easter'
  | 'labourDay'
  | 'childrensDay'
  | 'pentecost'
  | 'dormition'
  | 'saintAndrew'
  | 'nationalDay'
  | 'christmas'

export type WhyFree =
  | { kind: 'weekend' }
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'bridge'; name: string; basis: string }

/** Labour Code, art. 139 (1): fixed days, each from the year whose law brought it. */
const fixedHolidays: readonly { monthDay: string; holiday: Holiday; since: number }[] = [
  { monthDay: '01-01', holiday: 'newYear', since: 0 },
  { monthDay: '01-02', holiday: 'newYear', since: 0 },
  { monthDay: '01-06', holiday: 'epiphany', since: 2024 }, // Legea 52/2023
  { monthDay: '01-07', holiday: 'saintJohn', since: 2024 },
  { monthDay: '01-24', holiday: 'unionOfPrincipalities', since: 2017 }, // Legea 176/2016
  { monthDay: '05-01', holiday: 'labourDay', since: 0 },
  { monthDay: '06-01', holiday: 'childrensDay', since: 2017 }, // Legea 220/2016
  { monthDay: '08-15', holiday: 'dormition', since: 2009 }, // Legea 202/2008
  { monthDay: '11-30', holiday: 'saintAndrew', since: 2012 }, // Legea 147/2012
  { monthDay: '12-01', holiday: 'nationalDay', since: 0 },
  { monthDay: '12-25', holiday: 'christmas', since: 0 },
  { monthDay: '12-26', holiday: 'christmas', since: 0 },
]

/** Days that move with Orthodox Easter, as days after Easter Sunday. */
const movingHolidays: readonly { afterEaster: number; holiday: Holiday; since: number }[] = [
  { afterEaster: -2, holiday: 'goodFriday', since: 2018 }, // Legea 64/2018
  { afterEaster: 0, holiday: 'easter', since: 0 },
  { afterEaster: 1, holiday: 'easter', since: 0 },
  { afterEaster: 49, holiday: 'pentecost', since: 2009 }, // Legea 202/2008
  { afterEaster: 50, holiday: 'pentecost', since: 2009 },
]

/** Orthodox Easter Sunday by Meeus' Julian algorithm, in the Gregorian calendar (13 days apart from 1900 to 2099). */
export function orthodoxEaster(year: number): Day {
  const moon = (19 * (year % 19) + 15) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const month = Math.floor((moon + sunday + 114) / 31)
  const date = ((moon + sunday + 114) % 31) + 1
  return addDays(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, 13)
}

/** The legal holidays of a year in order, each day once even where two feasts share it. */
export function holidaysOf(year: number): { on: Day; holiday: Holiday }[] {
  const easter = orthodoxEaster(year)
  const all = [
    ...fixedHolidays.filter(({ since }) => year >= since).map((day) => ({ ...day, on: `${year}-${day.monthDay}` })),
    ...movingHolidays
      .filter(({ since }) => year >= since)
      .map((day) => ({ ...day, on: addDays(easter, day.afterEaster) })),
  ]
  const byDay = new Map(all.map(({ on, holiday }) => [on, { on, holiday }]))
  return [...byDay.values()].sort((a, b) => a.on.localeCompare(b.on))
}

const holidayByDay = new Map<number, Map<Day, Holiday>>()
function holidayOn(day: Day): Holiday | undefined {
  const year = yearOf(day)
  let ofYear = holidayByDay.get(year)
  if (!ofYear) {
    ofYear = new Map(holidaysOf(year).map(({ on, holiday }) => [on, holiday]))
    holidayByDay.set(year, ofYear)
  }
  return ofYear.get(day)
}

/** Why nobody works on a day, null when it is a working one. */
export function whyFree(day: Day, { bridgeDays }: Calendar): WhyFree | null {
  const holiday = holidayOn(day)
  if (holiday) return { kind: 'holiday', holiday }
  if (weekdayOf(day) >= 6) return { kind: 'weekend' }
  const bridge = bridgeDays.find(({ on }) => on === day)
  return bridge ? { kind: 'bridge', name: bridge.name, basis: bridge.basis } : null
}

export const isWorkingDay = (day: Day, calendar: Calendar): boolean => whyFree(day, calendar) === null

/** The day itself when it is a working one, else the first that follows. */
export function workingDayFrom(day: Day, calendar: Calendar): Day {
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1)
  return at
}

/** The day itself when it is a working one, else the last before it. */
export function workingDayUpTo(day: Day, calendar: Calendar): Day {
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, -1)
  return at
}

/** The working day that is `count` working days after `day`; the day itself is not counted. */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** How many working days lie after `from` and up to `to`, that one included. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1
  return count
}
