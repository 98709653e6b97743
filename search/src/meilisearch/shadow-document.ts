import { type DocumentTerms, documentTerms, titledAct } from '../romanian/document-terms.ts'
import { stemsOf } from '../romanian/stem.ts'
import type { SearchDocument } from '../search-index.ts'
import type { Word } from '../vocabulary.ts'
import { bodyAttributes, wordsPerAttribute } from './index-settings.ts'

/** A document as Meilisearch keeps it: what is shown, and shadows of its text that the analyser wrote. */
export type ShadowDocument = {
  key: string
  id: string
  revision: number
  kind: string
  url: string
  title: string
  date: string
  day: number
  year: number
  category: string | null
  state: SearchDocument['state']
  actKind: 'hotarare' | 'dispozitie' | null
  actNumber: number | null
  actYear: number | null
  sourceId: string | null
  /** Codes of what the document itself is; found before anything else. */
  own: string
  titleTerms: string
  titleWords: string
  /** Every term once, for filters, which know "or". */
  terms: string[]
  /** The words it holds, for counting them out when it goes. */
  forms: string[]
  [body: `body${number}`]: string
}

export type ShadowPassage = {
  key: string
  owner: string
  ordinal: number
  fileName: string | null
  fileUrl: string | null
  page: number | null
  text: string
  terms: string
}

export type ShadowWord = Word & { key: string }

/** A key may hold letters, digits, - and _ only. */
export const keyOf = (id: string): string => Buffer.from(id).toString('base64url')

/**
 * One word for any term: signs would be taken for separators. `*pug` → kkpug, `#hotarare:45/2024` → aahotarare45y2024,
 * `@2024-03-28` → dd20240328; what is the document's own begins with oo.
 */
export function codeOf(term: string): string {
  if (term.startsWith('~')) return `oo${codeOf(term.slice(1))}`
  if (term.startsWith('*')) return `kk${term.slice(1)}`
  if (term.startsWith('#')) return `aa${term.slice(1).replace(':', 'n').replace('/', 'y')}`
  return term.startsWith('@') ? `dd${term.slice(1).replaceAll('-', '')}` : term
}

export function shadowOf(document: SearchDocument): {
  shadow: ShadowDocument
  passages: ShadowPassage[]
  words: ReadonlyMap<string, string>
} {
  const terms = documentTerms(document)
  const key = keyOf(document.id)
  const act = document.act ?? titledAct({ kind: document.kind, title: terms.title })
  const { title, own, words } = headOf(terms)
  return {
    shadow: {
      key,
      id: document.id,
      revision: document.revision,
      kind: document.kind,
      url: document.url,
      title: terms.title,
      date: document.date,
      day: Number(document.date.replaceAll('-', '')),
      year: document.year,
      category: document.category,
      state: document.state,
      actKind: act?.kind ?? null,
      actNumber: act?.number ?? null,
      actYear: act?.year ?? null,
      sourceId: document.sourceId,
      own: [...own, ...own.map((term) => term.slice(1))].map(codeOf).join(' '),
      titleTerms: inOrder(terms.titlePositions),
      titleWords: words.join(' '),
      terms: [...new Set([...own, ...title, ...terms.bodyPositions.keys()].flatMap(codesOf))],
      forms: [...terms.words.keys()],
      ...bodiesOf(terms),
    },
    passages: terms.passages.map(({ fileName, fileUrl, page, text, positions }, ordinal) => ({
      key: `${key}_${ordinal}`,
      owner: key,
      ordinal,
      fileName,
      fileUrl,
      page,
      text,
      terms: inOrder(positions ?? terms.bodyPositions),
    })),
    words: terms.words,
  }
}

export const shadowWord = (form: string, shown: string, docs: number): ShadowWord => ({
  key: keyOf(form),
  form,
  stem: stemsOf(form)[0] ?? form,
  docs,
  shown,
})

/** An act that is named without its register may be of either: there is no "or" in the words of a query. */
function codesOf(term: string): string[] {
  const unnamed = /^#unnamed:(.*)$/.exec(term)
  return unnamed
    ? ['unnamed', 'hotarare', 'dispozitie'].map((issuer) => codeOf(`#${issuer}:${unnamed[1]}`))
    : [codeOf(term)]
}

function headOf({ head }: DocumentTerms): { title: string[]; own: string[]; words: string[] } {
  return {
    title: head.filter((term) => term.startsWith('^')).map((term) => term.slice(1)),
    own: head.filter((term) => term.startsWith('~')),
    words: head.filter((term) => term.startsWith('=')).map((term) => term.slice(1)),
  }
}

/** The terms as a text again, in the order of their places: phrases stay phrases. */
function inOrder(positions: ReadonlyMap<string, readonly number[]>): string {
  const placed: { code: string; at: number }[] = []
  const codes: string[] = []
  for (const [term, places] of positions) {
    // A code among the words would stand between the words of a phrase.
    if (/^[*#@]/.test(term)) codes.push(...codesOf(term))
    else for (const at of places) placed.push({ code: term, at })
  }
  placed.sort((one, other) => one.at - other.at)
  return [...placed.map(({ code }) => code), ...codes].join(' ')
}

function bodiesOf(terms: DocumentTerms): Record<`body${number}`, string> {
  const words = terms.isLong
    ? terms.passages.flatMap(({ positions }) => inOrder(positions ?? new Map()).split(' '))
    : inOrder(terms.bodyPositions).split(' ')
  const bodies: Record<`body${number}`, string> = {}
  for (const [at, name] of bodyAttributes.entries()) {
    const part = words.slice(at * wordsPerAttribute, (at + 1) * wordsPerAttribute)
    if (part.length > 0) bodies[name as `body${number}`] = part.join(' ')
  }
  return bodies
}
