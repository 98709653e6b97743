import { parseQuery } from '../romanian/query.ts'
import { asWritten, inTitle } from '../romanian/terms.ts'
import type { Suggestion } from '../search-index.ts'
import { Parameters, type Snapshot } from './match-documents.action.ts'
import { allOf, anyOf, beginsWith, quotedTerm } from './vectors.ts'

type Row = { text: string; url: string; kind: string }

/** Documents whose titles hold the words and begin the last one, and words that complete it. */
export async function suggestCompletions(snapshot: Snapshot, typed: string, limit: number): Promise<Suggestion[]> {
  const parsed = parseQuery(typed)
  if (parsed.isBlank) return []
  const terms = parsed.clauses.map((clause, index) => {
    const isOpen = index === parsed.clauses.length - 1 && parsed.isLastOpen
    const own = clause.alternatives.map(({ terms: together }) =>
      allOf(together.map((term) => quotedTerm(term.startsWith('~') ? term : inTitle(term)))),
    )
    return anyOf([
      ...own.map((query) => `(${query})`),
      ...(isOpen ? clause.forms.slice(0, 1).map((form) => beginsWith(asWritten(form))) : []),
    ])
  })
  const parameters = new Parameters()
  const query = `${parameters.add(allOf(terms))}::tsquery`
  const except = `rid <> all(${parameters.add(snapshot.withdrawn)}::integer[])`
  const { rows } = await snapshot.client.query<Row>(
    `with matching as materialized (
       select rid, day from ${snapshot.generation.entries} where tsv @@ ${query} and ${except}
     ), newest as (select rid, day from matching order by day desc, rid desc limit ${parameters.add(limit)})
     select title as text, url, kind from newest join ${snapshot.generation.documents} using (rid)
     order by newest.day desc, rid desc`,
    parameters.values,
  )
  const words = await completedWords(snapshot, parsed, Math.max(2, limit - rows.length))
  const documents = rows.map(({ text, url, kind }): Suggestion => ({ kind: 'document', text, url, documentKind: kind }))
  return [...words.slice(0, Math.ceil(limit / 2)), ...documents].slice(0, limit)
}

/** What was typed, with its last word completed to the words that most documents hold. */
async function completedWords(
  { client, generation }: Snapshot,
  parsed: ReturnType<typeof parseQuery>,
  limit: number,
): Promise<Suggestion[]> {
  const last = parsed.clauses.at(-1)
  const form = last?.forms.at(-1)
  if (!parsed.isLastOpen || !last || !form || form.length < 3) return []
  const { rows } = await client.query<{ shown: string }>(
    `select shown from (
       select shown, docs, stem, row_number() over (partition by stem order by docs desc) as place
       from (select shown, docs, stem from ${generation.words} where form > $1 and form < $2 and docs > 1 limit 500) begun
     ) best where place = 1 order by docs desc limit $3`,
    [form, `${form}\u{10ffff}`, limit],
  )
  const before = parsed.text.slice(0, last.start)
  return rows.map(({ shown }): Suggestion => ({ kind: 'words', text: before + shown.toLowerCase() }))
}
