import type { SearchDocument } from '../search-index.ts'
import { actReferences } from './act-references.ts'
import { cleanText } from './orthography.ts'
import { cutText, type Passage } from './passages.ts'
import { actTerm, analyse, asOwn, asWritten, dayTerms, inTitle } from './terms.ts'
import type { Token } from './tokens.ts'
import { wordsAmong } from './words.ts'

/** Everything that an engine keeps of a document beside the document itself. */
export type DocumentTerms = {
  title: string
  /** Terms of the title, of the document's own number and of its day, each once, with their signs. */
  head: readonly string[]
  /** Every term to the positions at which it stands in the title, and in the rest. */
  titlePositions: ReadonlyMap<string, readonly number[]>
  bodyPositions: ReadonlyMap<string, readonly number[]>
  passages: readonly (Passage & { positions: ReadonlyMap<string, readonly number[]> | null })[]
  /** The folded words of the document, each with one of its spellings. */
  words: ReadonlyMap<string, string>
  /** More words than positions can be kept for: phrases are then looked for in the passages. */
  isLong: boolean
}

/** Positions beyond are not kept; Postgres counts to 16,383. */
const lastPosition = 15_000
/** Of one term; Postgres keeps 255 and a phrase rarely needs the two-hundredth. */
const maxPlaces = 200
/** Different terms of one document; a tsvector holds a megabyte. What a scan adds beyond is noise. */
const maxTerms = 50_000

export function documentTerms(document: SearchDocument): DocumentTerms {
  const title = cleanText(document.title)
  const words = new Map<string, string>()
  const head = new Set<string>()
  const titlePositions = new Map<string, number[]>()
  const titleText = analyse(title, (term, position) => {
    head.add(inTitle(term))
    note(titlePositions, term, position)
  })
  noteWords(words, title, titleText.tokens)
  for (const token of titleText.tokens) if (!token.isStopword) head.add(asWritten(token.form))
  const own = ownTerms({ ...document, title })
  for (const term of own) head.add(asOwn(term))

  const bodyPositions = new Map<string, number[]>()
  // They answer wherever the text does: "buget 2024" finds the budget that was adopted in 2024.
  for (const term of own) bodyPositions.set(term, [])
  const pieces = [...passagesOf(document)]
  let offset = titleText.length + 10
  const passages = pieces.map((passage) => {
    const apart = pieces.length > 1 ? new Map<string, number[]>() : null
    const { tokens, length } = analyse(passage.text, (term, position) => {
      if (apart) note(apart, term, position)
      if (bodyPositions.size < maxTerms || bodyPositions.has(term)) note(bodyPositions, term, position + offset)
    })
    noteWords(words, passage.text, tokens)
    offset += length + (passage.page === null ? 0 : 1)
    return { ...passage, positions: apart }
  })
  return {
    title,
    head: [...head],
    titlePositions,
    bodyPositions,
    passages,
    words,
    isLong: offset > lastPosition,
  }
}

function* passagesOf(document: SearchDocument): Generator<Passage> {
  for (const text of cutText(cleanText(document.text))) yield { fileName: null, fileUrl: null, page: null, text }
  for (const file of document.files)
    for (const page of file.pages)
      for (const text of cutText(cleanText(page.text)))
        yield { fileName: cleanText(file.name), fileUrl: file.url, page: page.number, text }
}

/** What the document is, beside what it says: its day, its year, its number. */
function ownTerms(document: SearchDocument): string[] {
  const [year = 0, month = 0, day = 0] = document.date.split('-').map(Number)
  const terms = [...dayTerms({ year, month, day }), String(document.year)]
  const act = document.act ?? titledAct(document)
  for (const issuer of act ? [act.kind, 'ours'] : [])
    if (act) terms.push(actTerm({ issuer, ...act }), actTerm({ issuer, number: act.number, year: null }))
  return terms
}

/** The number that an imported act carries in its title alone: "Hotărârea nr. 12/2003 privind …". */
export function titledAct({ kind, title }: Pick<SearchDocument, 'kind' | 'title'>): SearchDocument['act'] {
  if (kind !== 'hotarare' && kind !== 'dispozitie') return null
  const reference = actReferences(title).find(({ start, issuer }) => start === 0 && issuer === kind)
  return reference?.year ? { kind, number: reference.number, year: reference.year } : null
}

function note(positions: Map<string, number[]>, term: string, position: number): void {
  const known = positions.get(term)
  if (!known) positions.set(term, position <= lastPosition ? [position] : [])
  else if (known.length < maxPlaces && position <= lastPosition) known.push(position)
}

function noteWords(words: Map<string, string>, text: string, tokens: readonly Token[]): void {
  for (const { form, shown } of wordsAmong(text, tokens)) if (!words.has(form)) words.set(form, shown)
}
