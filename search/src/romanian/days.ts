import { foldRomanian } from '../romanian-text.ts'

/** A day or a month that a text names: "28.03.2024", "28 martie 2024", "martie 2024", "2024-03-28". */
export type NamedDay = { year: number; month: number; day: number | null; start: number; end: number }

export const months =
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(' ')

const monthNames =
  'ian(?:uarie)?|feb(?:r(?:uarie)?)?|mar(?:tie)?|apr(?:ilie)?|mai|iun(?:ie)?|iul(?:ie)?|aug(?:ust)?|sep(?:t(?:embrie)?)?|oct(?:ombrie)?|noi(?:embrie)?|nov|dec(?:embrie)?'

const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g
const figuresBefore = /(?<![\d.,-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?$/
const wordsBefore = new RegExp(`(?<![\\p{L}\\d./-])(?:(\\d{1,2})\\s+)?(${monthNames})\\.?,?\\s+$`, 'iu')
const figuresAfter = /-(\d{2})-(\d{2})(?!\d)/y
/** The longest of what stands before a year: "30 septembrie, ". */
const reach = 24

/** The years of a text, by their places: what days and acts are found from. */
export function* yearsIn(text: string): Generator<{ year: number; at: number }> {
  for (const match of text.matchAll(years)) yield { year: Number(match[0]), at: match.index }
}

/** Impossible days (31.02.2024) are none. In the order of the text. */
export function namedDays(text: string): NamedDay[] {
  const found: NamedDay[] = []
  for (const { year, at } of yearsIn(text)) {
    const named = dayAt(text, year, at)
    if (named && isPossible(named)) found.push(named)
  }
  return found
}

function dayAt(text: string, year: number, at: number): NamedDay | null {
  const offset = Math.max(0, at - reach)
  const before = text.slice(offset, at)
  const last = before.trimEnd().at(-1) ?? ''
  if (/[./-]/.test(last)) {
    const figures = figuresBefore.exec(before)
    if (figures) return dayOf(year, Number(figures[3]), figures[1], offset + figures.index, at + 4)
  }
  if (/[\p{L}.,]/u.test(last)) {
    const words = wordsBefore.exec(before)
    if (words) return dayOf(year, monthOf(words[2] ?? ''), words[1], offset + words.index, at + 4)
  }
  figuresAfter.lastIndex = at + 4
  const after = /[\d./-]/.test(last) ? null : figuresAfter.exec(text)
  return after && dayOf(year, Number(after[1]), after[2], at, figuresAfter.lastIndex)
}

const dayOf = (year: number, month: number, day: string | undefined, start: number, end: number): NamedDay => ({
  year,
  month,
  day: day === undefined ? null : Number(day),
  start,
  end,
})

function monthOf(name: string): number {
  const folded = foldRomanian(name).slice(0, 3)
  return folded === 'nov' ? 11 : months.findIndex((month) => month.startsWith(folded)) + 1
}

function isPossible({ year, month, day }: NamedDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1)
}
