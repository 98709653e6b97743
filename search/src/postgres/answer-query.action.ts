import type { BoundedQuery } from '../query-bounds.ts'
import { type ParsedQuery, parseQuery, type Synonyms } from '../romanian/query.ts'
import type { SearchAnswer } from '../search-index.ts'
import { inSecondMeaning, understandQuery } from '../understand-query.ts'
import { type ClauseQueries, clauseQueries } from './clause-queries.ts'
import { hasMatch, matchDocuments, type Snapshot } from './match-documents.action.ts'
import { newestNeeded, rankDocuments } from './rank-documents.action.ts'
import { readHits } from './read-hits.action.ts'
import { vocabularyOf } from './vocabulary.action.ts'

const nothing: SearchAnswer = {
  total: 0,
  totalIsExact: true,
  corrected: null,
  omitted: [],
  direct: null,
  facets: { kind: [], year: [], category: [], state: [] },
  hits: [],
}

/** One query on one snapshot: understand, match, rank, show. */
export async function answerQuery(snapshot: Snapshot, query: BoundedQuery, synonyms: Synonyms): Promise<SearchAnswer> {
  const typed = parseQuery(query.text, synonyms)
  if (typed.isBlank === 'unreadable') return nothing
  const { parsed, corrected, ...first } = await understandQuery({
    vocabulary: vocabularyOf(snapshot),
    parsed: typed,
    synonyms,
    mayCorrect: !query.asTyped,
  })
  let understood = first.understood
  let all = clauseQueries(understood, snapshot.documents)
  let matches = await matchDocuments(snapshot, all, query, newestNeeded(query))
  const second = isNothing(matches) ? inSecondMeaning(understood) : null
  if (second) {
    understood = second
    all = clauseQueries(understood, snapshot.documents)
    matches = await matchDocuments(snapshot, all, query, newestNeeded(query))
  }
  let clauses = all
  if (isNothing(matches) && clauses.length > 1) {
    const kept = await keptClauses(snapshot, clauses)
    if (kept.length > 0) {
      clauses = kept
      matches = await matchDocuments(snapshot, clauses, query, newestNeeded(query))
    }
  }
  const rids = await rankDocuments(snapshot, clauses, query, matches)
  const direct = await directDocument(snapshot, parsed.reference)
  const wanted = understood.filter(({ clause }) => clauses.some((one) => one.clause === clause))
  const shown = direct === null || rids.includes(direct) ? rids : [...rids, direct]
  const hits = await readHits(snapshot, shown, clauses, wanted)
  return {
    total: matches.total,
    totalIsExact: true,
    corrected,
    omitted: all.filter((one) => !clauses.includes(one)).map(({ clause }) => clause.typed),
    direct: direct === null ? null : (hits.find(({ rid }) => rid === direct)?.hit ?? null),
    facets: matches.facets,
    hits: hits.filter(({ rid }) => rids.includes(rid)).map(({ hit }) => hit),
  }
}

const isNothing = ({ total, facets }: { total: number; facets: SearchAnswer['facets'] }) =>
  total === 0 && [facets.kind, facets.year, facets.category, facets.state].every((facet) => facet.length === 0)

/**
 * No document holds everything. Leave out what no document has at all; then the one clause that tells least; then keep
 * the most telling ones that still stand together.
 */
async function keptClauses(snapshot: Snapshot, clauses: readonly ClauseQueries[]): Promise<ClauseQueries[]> {
  const known: ClauseQueries[] = []
  for (const clause of clauses) if (await hasMatch(snapshot, [clause])) known.push(clause)
  if (known.length === 0) return []
  if (known.length < clauses.length && (await hasMatch(snapshot, known))) return known
  const bySaying = [...known].sort((one, other) => importance(one) - importance(other))
  if (known.length > 2)
    for (const left of bySaying.slice(0, 6)) {
      const rest = known.filter((one) => one !== left)
      if (await hasMatch(snapshot, rest)) return rest
    }
  const kept: ClauseQueries[] = []
  for (const clause of bySaying.reverse()) if (await hasMatch(snapshot, [...kept, clause])) kept.push(clause)
  return known.filter((one) => kept.includes(one))
}

const importance = ({ clause, weight }: ClauseQueries) => (clause.kind === 'act' ? 2 : weight)

/** The act that the query names, when exactly one document is it. */
async function directDocument(
  { client, generation, withdrawn }: Snapshot,
  reference: ParsedQuery['reference'],
): Promise<number | null> {
  if (!reference || reference.year === null) return null
  if (!['hotarare', 'dispozitie', 'unnamed'].includes(reference.issuer)) return null
  const { rows } = await client.query<{ rid: number }>(
    `select rid from ${generation.documents}
     where act_number = $1 and act_year = $2 and ($3 = 'unnamed' or act_kind = $3) and rid <> all($4::integer[]) limit 2`,
    [reference.number, reference.year, reference.issuer, withdrawn],
  )
  return rows.length === 1 ? (rows[0]?.rid ?? null) : null
}
