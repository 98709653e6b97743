import { FileFault } from '@avizier/cms/files'
import { z } from 'zod'

/** What can be wrong with a report, by the field it stands beside. */
export const reportFaultCodes = [
  'place-missing',
  'place-short',
  'category-missing',
  'words-missing',
  'words-too-long',
  'email-wrong',
  'name-missing',
  'contact-missing',
  'phone-wrong',
  'files-too-many',
  'file-unknown',
  ...FileFault.options,
] as const
export type ReportFaultCode = (typeof reportFaultCodes)[number]
export type ReportFault = { field: string; code: ReportFaultCode }

/** A report as it was meant. */
export type JudgedReport = {
  category: string
  description: string
  point: { lat: number; lng: number } | null
  village: string | null
  words: string
  contact: { name: string | null; email: string | null; phone: string | null } | null
  wantsAnswer: boolean
}

const longest = { words: 200, description: 2_000, name: 120 } as const
const email = z.email().max(200)
/** A point of this world; whether it is one of the commune the record says, and a wrong one is told, not refused. */
const latitude = z.coerce.number().min(-90).max(90)
const longitude = z.coerce.number().min(-180).max(180)

const clean = (text: string | undefined) =>
  (text ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim()

/** Reads what was posted under the names of the form. A place is a point, or a village with a street or a landmark. */
export function judgeReport(
  raw: Readonly<Record<string, string | undefined>>,
  known: { categories: readonly string[]; villages: readonly string[]; hasMedia: boolean },
): { kind: 'right'; report: JudgedReport } | { kind: 'wrong'; faults: ReportFault[] } {
  const faults: ReportFault[] = []
  const wrong = (field: string, code: ReportFaultCode) => void faults.push({ field, code })
  const category = clean(raw['categorie'])
  const description = clean(raw['descriere'])
  const words = clean(raw['loc'])
  const village = known.villages.find((name) => name === clean(raw['sat'])) ?? null
  const point = pointOf(raw['lat'], raw['lng'])
  const contact = { name: clean(raw['nume']), email: clean(raw['email']), phone: clean(raw['telefon']) }
  const wantsAnswer = raw['raspuns'] === 'da'

  if (!point && !village && words.length < 3) wrong('sat', 'place-missing')
  else if (!point && words.length < 3) wrong('loc', 'place-short')
  if (words.length > longest.words) wrong('loc', 'words-too-long')
  if (!known.categories.includes(category)) wrong('categorie', 'category-missing')
  if (description.length < 3 && !known.hasMedia) wrong('descriere', 'words-missing')
  if (description.length > longest.description) wrong('descriere', 'words-too-long')
  if (contact.email && !email.safeParse(contact.email).success) wrong('email', 'email-wrong')
  if (contact.phone && !/^\+?[\d\s./()-]{9,20}$/.test(contact.phone)) wrong('telefon', 'phone-wrong')
  if (contact.name.length > longest.name) wrong('nume', 'words-too-long')
  if (wantsAnswer && contact.name.length < 3) wrong('nume', 'name-missing')
  if (wantsAnswer && !contact.email && !contact.phone) wrong('email', 'contact-missing')
  if (faults.length > 0) return { kind: 'wrong', faults }

  const hasContact = Object.values(contact).some(Boolean)
  return {
    kind: 'right',
    report: {
      category,
      description,
      point,
      village,
      words,
      contact: hasContact
        ? { name: contact.name || null, email: contact.email || null, phone: contact.phone || null }
        : null,
      wantsAnswer,
    },
  }
}

function pointOf(lat: string | undefined, lng: string | undefined): { lat: number; lng: number } | null {
  if (!lat?.trim() || !lng?.trim()) return null
  const point = { lat: latitude.safeParse(lat), lng: longitude.safeParse(lng) }
  return point.lat.success && point.lng.success ? { lat: point.lat.data, lng: point.lng.data } : null
}
