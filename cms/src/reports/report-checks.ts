import { findPersonalData } from '../publishing/personal-data.ts'
import type { ReportReviewReason } from './contract.ts'

/** Stems of abuse, folded, with any ending. They hold a report for a look, and refuse nothing: a street may be called anything. */
const openStems = [
  'bozgor',
  'cacat',
  'dobitoc',
  'futut',
  'idiot',
  'imbecil',
  'jidan',
  'nenorocit',
  'nesimtit',
  'pizda',
  'poponar',
  'tampit',
  'tigan',
]
/** Words as they stand, for "hotar" is no thief; what also walks on the road, as an ox does, is none of them. */
const wholeWords = new Set(
  'boule curva curvele dracu dracului fut futu hot hotii hotilor jegos labagiu mortii muie porcilor prostilor pula'.split(
    ' ',
  ),
)
const letters: Record<string, string> = { ă: 'a', â: 'a', î: 'i', ș: 's', ş: 's', ț: 't', ţ: 't' }
const substitutes: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '@': 'a', $: 's' }

const mostLinks = 1

/** The words of a text as they are meant: without diacritics, with the digits that stand for letters read as them. */
function words(text: string): string[] {
  const folded = text
    .toLowerCase()
    .replaceAll(/[ăâîșşțţ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/(?<=\p{L})[0134@$]|[0134@$](?=\p{L})/gu, (digit) => substitutes[digit] ?? digit)
  return folded.match(/\p{L}+/gu) ?? []
}

export const hasRoughWords = (text: string): boolean =>
  words(text).some((word) => wholeWords.has(word) || openStems.some((stem) => word.startsWith(stem)))

const linkCount = (text: string) =>
  (text.match(/(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|info|xyz|top|ru|shop|site|online)\b/giu) ?? []).length
const hasContact = (text: string) =>
  /\S@\S+\.\S/.test(text) || /(?<!\d)(?:\+?40|0)7\d{2}[\s.-]?\d{3}[\s.-]?\d{3}(?!\d)/.test(text)
/** A plate as Romania writes it: "TM 12 ABC", "B-123-XYZ". */
const hasPlate = (text: string) => /\b(?:B[\s-]?\d{2,3}|[A-Z]{2}[\s-]?\d{2})[\s-]?[A-Z]{3}\b/.test(text)

/** What in the words of a report wants a clerk's eye before everything else. */
export function reviewOfText(text: string): ReportReviewReason[] {
  return [
    ...(hasRoughWords(text) ? (['rough-words'] as const) : []),
    ...(linkCount(text) > mostLinks ? (['links'] as const) : []),
    ...(findPersonalData(text).length > 0 || hasContact(text) || hasPlate(text) ? (['personal-data'] as const) : []),
  ]
}
