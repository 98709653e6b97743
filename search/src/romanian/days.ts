import { foldRomanian } from '../romanian-text.ts'

/** A day or a month that a text names: "28.03.2024", "28 martie 2024", "martie 2024". */
export type NamedDay = { year: number; month: number; day: number | null; start: number; end: number }

export const months =
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(' ')

const monthNames =
  'ian(?:uarie)?|feb(?:r(?:uarie)?)?|mar(?:tie)?|apr(?:ilie)?|mai|iun(?:ie)?|iul(?:ie)?|aug(?:ust)?|sep(?:t(?:embrie)?)?|oct(?:ombrie)?|noi(?:embrie)?|nov|dec(?:embrie)?'

const inFigures = /(?<![\d.,-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?!\d)/g
const isoFigures = /(?<![\d./-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g
const inWords = new RegExp(
  `(?<![\\p{L}\\d./-])(?:(\\d{1,2})\\s+)?(${monthNames})\\.?,?\\s+((?:19|20)\\d{2})(?![\\p{L}\\d])`,
  'giu',
)

/** Impossible days (31.02.2024) are none. In the order of the text. */
export function namedDays(text: string): NamedDay[] {
  if (!/(?:19|20)\d{2}/.test(text)) return []
  const found: NamedDay[] = []
  for (const match of text.matchAll(inFigures)) add(found, match, match[4], Number(match[3]), match[1])
  for (const match of text.matchAll(isoFigures)) add(found, match, match[1], Number(match[2]), match[3])
  for (const match of text.matchAll(inWords)) add(found, match, match[3], monthOf(match[2] ?? ''), match[1])
  return found.sort((one, other) => one.start - other.start)
}

function monthOf(name: string): number {
  const folded = foldRomanian(name).slice(0, 3)
  return folded === 'nov' ? 11 : months.findIndex((month) => month.startsWith(folded)) + 1
}

function add(found: NamedDay[], match: RegExpExecArray, year = '', month: number, day: string | undefined): void {
  const place = { year: Number(year), month, start: match.index, end: match.index + match[0].length }
  if (month < 1 || month > 12) return
  if (day === undefined) return void found.push({ ...place, day: null })
  const date = new Date(Date.UTC(place.year, month - 1, Number(day)))
  if (date.getUTCDate() === Number(day) && date.getUTCMonth() === month - 1) found.push({ ...place, day: Number(day) })
}
