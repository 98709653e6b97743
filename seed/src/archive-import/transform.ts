import { createHash } from 'node:crypto'
import type { ActTopic } from '@avizier/cms/acts'
import type { AnnouncementCategory } from '@avizier/cms/announcements'
import type { DocumentType } from '@avizier/cms/documents'
import { findPersonalData } from '@avizier/cms/personal-data'
import { foldRomanian, spellRomanian } from '@avizier/search/romanian-text'
import type { ArchiveRecord, ArchiveRow, Flag, Refusal } from './archive-row.ts'

export type Transformed =
  | { kind: 'record'; record: ArchiveRecord }
  | { kind: 'refused'; row: number; code: Refusal; title: string }

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  bdquo: '„',
  rdquo: '”',
  ndash: '–',
  abreve: 'ă',
  acirc: 'â',
  icirc: 'î',
  scedil: 'ș',
  tcedil: 'ț',
}
const unescapeEntities = (text: string) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#'))
      return String.fromCodePoint(Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10) || 0xfffd)
    return entities[name] ?? whole
  })

const clean = (text: string) =>
  spellRomanian(unescapeEntities(text))
    .replace(/[\t\u00a0 ]+/g, ' ')
    .trim()

/** One row as the record takes it, or why it cannot. `origin` keeps the rows of different archives apart. */
export function transform(row: ArchiveRow, { origin, today }: { origin: string; today: string }): Transformed {
  const written = row.title ?? ''
  const refuse = (code: Refusal): Transformed => ({
    kind: 'refused',
    row: row.row,
    code,
    title: clean(written).slice(0, 120),
  })
  const flags: Flag[] = []

  const type = row.type ? foldRomanian(row.type).trim() : 'hotarare'
  if (!['hotarare', 'hcl', 'dispozitie', 'anunt', 'document'].includes(type)) return refuse('type-unknown')
  if (!row.date) return refuse('date-missing')
  const day = readDay(row.date)
  if (!day) return refuse('date-malformed')
  if (day > today) return refuse('date-in-future')
  if (!written.trim()) return refuse('title-missing')
  if (/[şţŞŢ]/.test(written + (row.body ?? ''))) flags.push('spelling-corrected')

  const text = spellRomanian(unescapeEntities(row.body ?? ''))
  const isProposed = foldRomanian(row.status ?? '') === 'proiect'
  const hasPersonalData = findPersonalData(`${written}\n${text}`).length > 0
  if (isProposed) flags.push('kept-as-draft')
  if (hasPersonalData) flags.push('personal-data')
  const common = { row: row.row, day, text, flags, isDraft: isProposed || hasPersonalData }

  if (type === 'anunt' || type === 'document') {
    const title = clean(written)
    const sourceId = row.id ?? fingerprintOf(origin, type, day, title)
    if (type === 'anunt')
      return {
        kind: 'record',
        record: {
          ...common,
          noun: 'announcements',
          sourceId,
          title,
          category: announcementCategories[row.category ?? ''] ?? 'general',
        },
      }
    return { kind: 'record', record: { ...common, noun: 'documents', sourceId, title, type: documentTypeOf(title) } }
  }

  const kind = type === 'dispozitie' ? 'order' : 'decision'
  if (!row.number) return refuse('number-missing')
  const numbered = /^\s*(\d[\d.]*)\s*(?:\/\s*(?:\d{1,2}\.\d{1,2}\.)?(\d{4}))?\s*$/.exec(row.number)
  const number = Number(numbered?.[1]?.replaceAll('.', ''))
  if (!numbered || !Number.isInteger(number) || number < 1) return refuse('number-malformed')
  if (numbered[2] && numbered[2] !== day.slice(0, 4)) return refuse('year-contradicts-date')

  const object = objectOf(clean(written))
  if (object.number !== null && object.number !== number) return refuse('number-contradicts-title')
  if (object.wasDraft) flags.push('title-was-draft')
  if (object.number !== null) flags.push('title-named-act')
  if (object.title.length > 20 && object.title === object.title.toUpperCase()) flags.push('title-in-capitals')
  const character = readCharacter(row.character)
  if (!character) flags.push('character-assumed')
  const isEnded = foldRomanian(row.status ?? '').startsWith('abrogat')
  if (isEnded) flags.push('ended-without-cause')
  return {
    kind: 'record',
    record: {
      ...common,
      noun: 'acts',
      kind,
      number,
      isEnded,
      sourceId:
        row.id ??
        `${origin}-${kind === 'decision' ? 'hcl' : 'disp'}-${day.slice(0, 4)}-${number}-${fingerprintOf(day, object.title).slice(0, 8)}`,
      title: object.title,
      character: character ?? assumedCharacter(object.title),
      topic: topics[row.category ?? ''] ?? topicOf(object.title),
      votes: readVotes(row),
    },
  }
}

/** `2024-03-28`, `28.03.2024`, `28/3/2024`, `28 martie 2024`; null when it is no day of the calendar. */
export function readDay(written: string): string | null {
  const text = foldRomanian(written).trim()
  const months = [
    'ianuarie',
    'februarie',
    'martie',
    'aprilie',
    'mai',
    'iunie',
    'iulie',
    'august',
    'septembrie',
    'octombrie',
    'noiembrie',
    'decembrie',
  ]
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(text)
  const dotted = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text)
  const worded = /^(\d{1,2}) ([a-z]+) (\d{4})$/.exec(text)
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : worded
        ? [worded[3], String(months.indexOf(worded[2] ?? '') + 1), worded[1]]
        : []
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const moment = new Date(`${day}T12:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null
}

/** The object of an act from a title that may still name the act, or call it a draft. */
export function objectOf(written: string): { title: string; number: number | null; wasDraft: boolean } {
  let title = written
  const draft =
    /^proiect(?:ul)?\s+de\s+(?:hot[ăa]r[âîa]re|dispozi[țt]ie)(?:\s+nr\.?\s*\d+(?:\s*(?:\/|din)\s*[\d.]+)?)?\s*(?:[-–:]\s*)?/iu.exec(
      title,
    )
  if (draft) title = title.slice(draft[0].length)
  const named =
    /^(?:hot[ăa]r[âîa]re(?:a)?|h\.?\s?c\.?\s?l\.?(?:\s?m\.?)?|dispozi[țt]i[ea]a?)(?:\s+consiliului\s+local)?\s*nr\.?\s*(\d+)\s*(?:(?:\/|din(?:\s+data\s+de)?)\s*(?:\d{1,2}[.\s]+(?:\d{1,2}|\p{L}+)[.\s]+)?\d{4})?\s*[-–:,]?\s*/iu.exec(
      title,
    ) ?? /^()hot[ăa]r[âîa]re(?:a)?\s+(?=privind|pentru|referitoare)/iu.exec(title)
  if (named) title = title.slice(named[0].length)
  if (draft || named) title = title.replace(/^(?:privind|privitoare la|referitoare la|cu privire la)\s+/iu, '')
  title = title.replace(/[\s.;,]+$/, '')
  if (!title) return { title: written, number: null, wasDraft: false }
  return {
    title: (title[0] ?? '').toLocaleUpperCase('ro') + title.slice(1),
    number: named?.[1] ? Number(named[1]) : null,
    wasDraft: draft !== null,
  }
}

function readCharacter(written: string | undefined): 'normative' | 'individual' | null {
  const text = foldRomanian(written ?? '').trim()
  if (text.startsWith('norm')) return 'normative'
  return text.startsWith('indiv') ? 'individual' : null
}

const assumedCharacter = (title: string) =>
  /alegerea|numirea|validarea mandat|acordarea (?:unui ajutor|titlului)|schimbul|autoriza[țt]iei de func[țt]ionare|[îi]ncetarea mandat/iu.test(
    title,
  )
    ? 'individual'
    : 'normative'

function readVotes(row: ArchiveRow): { for: number; against: number; abstained: number } | null {
  const counts = [row.votesFor, row.votesAgainst, row.votesAbstained].map((written) =>
    written === undefined ? null : Number(written),
  )
  if (counts.every((count) => count === null)) return null
  if (counts.some((count) => count !== null && (!Number.isInteger(count) || count < 0))) return null
  const [pro, against, abstained] = counts
  return { for: pro ?? 0, against: against ?? 0, abstained: abstained ?? 0 }
}

const fingerprintOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 20)

const topics: Record<string, ActTopic> = {
  administratie: 'administration',
  buget: 'budget',
  cultura: 'culture',
  invatamant: 'education',
  investitii: 'investments',
  mediu: 'environment',
  patrimoniu: 'property',
  social: 'social',
  taxe: 'taxes',
  transport: 'transport',
  urbanism: 'urbanism',
}

const topicWords: [RegExp, ActTopic][] = [
  [/impozit|taxe/, 'taxes'],
  [/buget|cont(?:ul)? de executie/, 'budget'],
  [/urbanis|p\.?u\.?[zdg]\b/, 'urbanism'],
  [/salubri|deseuri|mediu/, 'environment'],
  [/scol|gradinit|invatamant/, 'education'],
  [/strazi|drum|circulati|transport|taxi/, 'transport'],
  [/social|ajutor/, 'social'],
  [/teren|imobil|inchiri|concesion|domeniul|vanzare/, 'property'],
  [/indicatori|investiti|modernizare|reabilitare/, 'investments'],
  [/apa|canal|iluminat/, 'utilities'],
  [/cultur|sport|manifestari|zilele/, 'culture'],
  [/pasun|agricol/, 'agriculture'],
]
const topicOf = (title: string): ActTopic =>
  topicWords.find(([words]) => words.test(foldRomanian(title)))?.[1] ?? 'administration'

const announcementCategories: Record<string, AnnouncementCategory> = {
  apa: 'utilities',
  casatorii: 'marriage',
  concurs: 'hiring',
  licitatie: 'auction',
  mediu: 'environment',
  trafic: 'works',
  transparenta: 'consultation',
  urbanism: 'urbanism',
}

function documentTypeOf(title: string): DocumentType {
  const folded = foldRomanian(title)
  if (folded.startsWith('proces-verbal')) return 'minutes'
  if (folded.startsWith('raport') || folded.startsWith('referat')) return 'report'
  if (folded.startsWith('regulament')) return 'regulation'
  return 'other'
}
