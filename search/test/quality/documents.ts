import { readFileSync } from 'node:fs'
import type { DocumentState, SearchDocument } from '../../src/search-index.ts'
import { aDecision, aDocument } from '../documents.ts'

const rowsOf = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

/**
 * The town of the quality cases: documents of a commune that does not exist, beside the numbers, days and titles of
 * decisions of a real council (public acts, Legea 8/1996 art. 9).
 */
export const qualityDocuments = (): SearchDocument[] => [
  ...rowsOf('own-documents.tsv').map(ownDocument),
  ...rowsOf('real-decisions.tsv').map(realDecision),
]

function ownDocument([
  id = '',
  kind = '',
  number = '',
  date = '',
  category = '',
  state = '',
  title = '',
  text = '',
]: string[]) {
  const [own = 0, year = 0] = number.split('/').map(Number)
  const isAct = kind === 'hotarare' || kind === 'dispozitie'
  return aDocument({
    id,
    kind,
    title,
    date,
    year: Number(date.slice(0, 4)),
    category,
    state: (state || null) as DocumentState | null,
    act: isAct && own ? { kind, number: own, year } : null,
    text,
  })
}

function realDecision([number = '', date = '', title = '']: string[]) {
  const year = Number(date.slice(0, 4))
  return aDecision(Number(number), year, { id: `r${number}-${year}`, title, date })
}
