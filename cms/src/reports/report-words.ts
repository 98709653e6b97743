import type { ReportPlace } from './contract.ts'

/** Where it is, in a few words: "Strada a IV-a, Săcălaz". Empty when only a point is known. */
export const placeInWords = ({ street, village, words }: ReportPlace): string =>
  [street ?? (village ? null : words), village].filter(Boolean).join(', ')

/** What a list calls a report: "Groapă în drum, Strada a IV-a, Săcălaz". */
export function reportTitle(category: string, place: ReportPlace): string {
  const where = placeInWords(place)
  return where ? `${category}, ${where}` : category
}

/** Gathers what was typed into one line; null when there is nothing in it. */
export function oneLine(text: string | null, longest: number): string | null {
  const line = (text ?? '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
  return line === '' ? null : line
}

/** A text of several lines without control characters, without long gaps. */
export const manyLines = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .toWellFormed()
    .trim()

/** The number of a report as it is written: `2026-0412`. */
export const reportNumber = (year: number, ordinal: number): string => `${year}-${String(ordinal).padStart(4, '0')}`

/** A number as it was typed: with spaces, a slash or without zeros; null when it is none. */
export function parseReportNumber(typed: string): string | null {
  const [, year, ordinal] = /^\D*?(20\d{2})\s*[-–/ ]\s*0*(\d{1,7})\s*$/.exec(typed) ?? []
  return year && ordinal ? reportNumber(Number(year), Number(ordinal)) : null
}
